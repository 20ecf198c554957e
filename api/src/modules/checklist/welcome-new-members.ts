// A member who subscribes for the first time is given the checklists that are for new members, in that same transaction.
import type { EntityManager } from '@mikro-orm/postgresql';
import { subscribedFirst } from '../subscription/subscription.events.ts';
import type { SubscribedFirst } from '../subscription/subscription.events.ts';
import { makeChecklists } from './make-checklists.ts';

subscribedFirst.on(welcome);

async function welcome(em: EntityManager, { memberId, at }: SubscribedFirst): Promise<void> {
  const templates = await em.execute<{ id: string }[]>(
    'select id from checklist_template where is_for_new_members and archived_at is null order by id',
  );
  await makeChecklists(em, {
    templateIds: templates.map(({ id }) => id),
    memberId,
    employeeId: null,
    assignedBy: null,
    at,
  });
}
