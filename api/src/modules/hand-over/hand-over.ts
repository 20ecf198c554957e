// Moves what was previewed, exactly and all at once, or says what it would be by now.
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import type { HandOverInput } from './hand-over.inputs.ts';
import { HandedOver, HandOverConflict, HandOverKind } from './hand-over.type.ts';
import type { HandOverPreview } from './hand-over.type.ts';
import { lockWork, moveWork } from './move-work.ts';
import { previewSql, showPreview, takersOf } from './preview-hand-over.ts';
import type { Found, Takers } from './preview-hand-over.ts';

export async function handOver(
  context: Context,
  { id, wish, token }: HandOverInput,
): Promise<HandedOver | HandOverConflict> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_EMPLOYEES);
  const [handOverId, takers, now] = [idFor(id), takersOf(wish), context.clock.now()];
  const intent = intentOf(wish.employeeId, takers);
  return context.db.write(async (em) => {
    await lockWork(em, wish.employeeId, takers);
    const before = await findHandOver(em, handOverId, intent);
    if (before) return before;
    const rows = await em.execute<{ found: Found }[]>(previewSql('?', '?', '?'), [
      now,
      wish.employeeId,
      `{${Object.values(takers).join()}}`,
    ]);
    const preview = showPreview(rows, wish, takers);
    if (preview.token !== token) return Object.assign(new HandOverConflict(), { preview });
    await moveWork(em, { employeeId: wish.employeeId, takers, now });
    const handedOver = countsOf(preview);
    await em.execute(
      `insert into hand_over (gym_id, id, employee_id, intent, takers, member_count, notification_count, checkup_count,
         checklist_count, created_at, created_by) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)`,
      [
        viewer.gymId,
        handOverId,
        wish.employeeId,
        intent,
        JSON.stringify(takers),
        handedOver.memberCount,
        handedOver.notificationCount,
        handedOver.checkupCount,
        handedOver.checklistCount,
        now,
        viewer.employeeId,
      ],
    );
    return handedOver;
  });
}

/** What came of it when it was done before; a repeat may carry an old token. */
async function findHandOver(em: EntityManager, id: string, intent: string): Promise<HandedOver | null> {
  const [done] = await em.execute<(HandedOver & { intent: string })[]>(
    `select intent, member_count as "memberCount", notification_count as "notificationCount",
       checkup_count as "checkupCount", checklist_count as "checklistCount" from hand_over where id = ?`,
    [id],
  );
  if (!done) return null;
  if (done.intent !== intent) throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
  return Object.assign(new HandedOver(), done);
}

function countsOf({ lots }: HandOverPreview): HandedOver {
  const count = (kind: HandOverKind) => lots.find((lot) => lot.kind === kind)?.count ?? 0;
  return Object.assign(new HandedOver(), {
    memberCount: count(HandOverKind.MEMBERS),
    notificationCount: count(HandOverKind.NOTIFICATIONS),
    checkupCount: count(HandOverKind.CHECKUPS),
    checklistCount: count(HandOverKind.CHECKLISTS),
  });
}

const intentOf = (employeeId: string, takers: Takers): string =>
  createHash('sha256')
    .update(JSON.stringify([employeeId.toLowerCase(), takers]))
    .digest('base64url');
