// What ends with somebody's work or role: nothing that they were given, or gave, lets anybody in afterwards.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Employee } from '../staff/employee.entity.ts';

/** Links that they made, who may make none any more. */
export async function revokeInvitationsOf(em: EntityManager, { id }: Employee, now: Date): Promise<void> {
  await em.execute(
    'update employee_invitation set revoked_at = ? where created_by = ? and accepted_at is null and revoked_at is null',
    [now, id],
  );
}

/** Of who was archived just now: login sessions, API tokens, and links for them or by them. They do not revive. */
export async function endAccess(em: EntityManager, employee: Employee, now: Date): Promise<void> {
  await em.execute('update api_token set revoked_at = ? where employee_id = ? and revoked_at is null', [
    now,
    employee.id,
  ]);
  await em.execute('select end_employee_sessions(?, ?)', [employee.id, now]);
  await revokeInvitationsOf(em, employee, now);
  await em.execute(
    `update employee_invitation i set revoked_at = ? from employee e
      where e.gym_id = i.gym_id and e.id = ? and i.email = lower(e.email) and i.accepted_at is null and i.revoked_at is null`,
    [now, employee.id],
  );
}
