// Makes checklists for a member, each with what its template says now.
import type { EntityManager } from '@mikro-orm/postgresql';

interface Assignment {
  templateIds: readonly string[];
  /** Of the one that is made; absent: a new one. */
  id?: string;
  memberId: string;
  employeeId: string | null;
  /** Null: by itself. */
  assignedBy: string | null;
  at: Date;
}

/** The ids of those that were made: one that is there already is left alone. */
export async function makeChecklists(
  em: EntityManager,
  { templateIds, id, memberId, employeeId, assignedBy, at }: Assignment,
): Promise<string[]> {
  const made = await em.execute<{ id: string }[]>(
    `insert into checklist (gym_id, id, member_id, template_id, name, description, employee_id, assigned_at, assigned_by)
     select t.gym_id, coalesce(?::uuid, uuidv7()), ?, t.id, t.name, t.description, ?, ?, ?
       from checklist_template t where t.id = any(?::uuid[])
     on conflict do nothing returning id`,
    [id ?? null, memberId, employeeId, at, assignedBy, `{${templateIds.join()}}`],
  );
  const ids = made.map((one) => one.id);
  await em.execute(
    `insert into checklist_action (gym_id, checklist_id, member_id, position, text)
     select c.gym_id, c.id, c.member_id, a.position, a.text
       from checklist c join checklist_template_action a on a.gym_id = c.gym_id and a.template_id = c.template_id
      where c.id = any(?::uuid[])`,
    [`{${ids.join()}}`],
  );
  return ids;
}
