// Somebody no longer works here: archived, since history keeps their name. And the way back.
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { openWork } from '../hand-over/open-work.ts';
import { endAccess } from './end-access.ts';
import { getEmployeeRecord } from './get-employee-records.ts';
import { assertNotLastAdmin, findEmployee, lockRoles } from './lock-roles.ts';
import type { EmployeeIdInput, RemoveEmployeeInput } from './role.inputs.ts';
import type { EmployeeRecordPayload } from './role.payloads.ts';

export async function removeEmployee(
  context: Context,
  { id, leaveOpenWork }: RemoveEmployeeInput,
): Promise<EmployeeRecordPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_EMPLOYEES);
  const now = context.clock.now();
  await context.db.write(async (em) => {
    const admins = await lockRoles(em, viewer);
    const employee = await findEmployee(em, id);
    if (employee.archivedAt) return;
    assertNotLastAdmin(admins, employee);
    // Whoever is giving them something at this moment is waited for.
    await em.execute('select from employee where id = ? for update', [id]);
    if (!leaveOpenWork && (await hasOpenWork(em, id, now)))
      throw new UserInputError('id', 'HAS_OPEN_WORK', 'Members are linked or something is open: hand it over first.');
    employee.archivedAt = now;
    await em.flush();
    await endAccess(em, employee, now);
  });
  return { employee: await getEmployeeRecord(context, id) };
}

export async function reopenEmployee(context: Context, { id }: EmployeeIdInput): Promise<EmployeeRecordPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_EMPLOYEES);
  await context.db.write(async (em) => {
    await lockRoles(em, viewer);
    const employee = await findEmployee(em, id);
    employee.archivedAt = null;
    try {
      await em.flush();
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      throw new UserInputError('id', 'EMPLOYED_ELSEWHERE', 'Their account works at another gym by now.');
    }
  });
  return { employee: await getEmployeeRecord(context, id) };
}

async function hasOpenWork(em: EntityManager, id: string, now: Date): Promise<boolean> {
  const found = await em.execute(
    `with asked as (select e.gym_id, e.id, ?::timestamptz as at from employee e where e.id = ?)
     select from asked cross join lateral ${openWork('asked', 'asked.at')} w limit 1`,
    [now, id],
  );
  return found.length > 0;
}
