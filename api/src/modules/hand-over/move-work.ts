// Moves all that is open from one employee to those who take over, set by set. What follows the linked employee goes on
// following, unless somebody else is to take it over.
import type { EntityManager } from '@mikro-orm/postgresql';
import { HandOverKind } from './hand-over.type.ts';
import { isOpenCheckup, isOpenChecklist, isOpenNotification } from './open-work.ts';
import type { Takers } from './preview-hand-over.ts';

interface Move {
  employeeId: string;
  takers: Takers;
  now: Date;
}

/**
 * Members and what is about them first, employees last, as verbs on one of them do: nobody waits for somebody who waits
 * for them. With the employees locked, nothing more can be given to who leaves.
 */
export async function lockWork(em: EntityManager, employeeId: string, takers: Takers): Promise<void> {
  await em.execute('select from member where employee_id = ? order by id for no key update', [employeeId]);
  const open = { notification: 'completed_at', checkup: 'completed_at', checklist: 'closed_at' };
  for (const [table, closedAt] of Object.entries(open)) {
    await em.execute(
      `select from ${table} where ${closedAt} is null
          and (employee_id = ? or employee_id is null and member_id in (select id from member where employee_id = ?))
        order by id for no key update`,
      [employeeId, employeeId],
    );
  }
  const people = [...new Set([employeeId, ...Object.values(takers)])];
  await em.execute('select from employee where id = any(?::uuid[]) order by id for update', [`{${people.join()}}`]);
}

export async function moveWork(em: EntityManager, move: Move): Promise<void> {
  await moveOne(em, move, { table: 'notification', kind: HandOverKind.NOTIFICATIONS, isOpen: isOpenNotification });
  await moveOne(em, move, { table: 'checkup', kind: HandOverKind.CHECKUPS, isOpen: isOpenCheckup('asked.at') });
  await moveOne(em, move, { table: 'checklist', kind: HandOverKind.CHECKLISTS, isOpen: isOpenChecklist });
  // Last: who follows the link is found by it.
  await em.execute('update member set employee_id = ? where employee_id = ?', [move.takers.MEMBERS, move.employeeId]);
}

async function moveOne(
  em: EntityManager,
  { employeeId, takers, now }: Move,
  { table, kind, isOpen }: { table: string; kind: HandOverKind; isOpen: string },
): Promise<void> {
  const asked = `with asked as (select ?::timestamptz as at, ?::uuid as employee_id, ?::uuid as taker_id)`;
  const values = [now, employeeId, takers[kind]];
  if (takers[kind] !== takers.MEMBERS) {
    await em.execute(
      `${asked} update ${table} w set employee_id = asked.taker_id from asked, member m
        where m.employee_id = asked.employee_id and w.gym_id = m.gym_id and w.member_id = m.id and w.employee_id is null
          and ${isOpen}`,
      values,
    );
  }
  await em.execute(
    `${asked} update ${table} w set employee_id = asked.taker_id from asked
      where w.employee_id = asked.employee_id and ${isOpen}`,
    values,
  );
}
