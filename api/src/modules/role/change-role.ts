import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { Role } from '../staff/employee.entity.ts';
import { revokeInvitationsOf } from './end-access.ts';
import { getEmployeeRecord } from './get-employee-records.ts';
import { assertNotLastAdmin, findEmployee, lockRoles } from './lock-roles.ts';
import type { ChangeEmployeeRoleInput } from './role.inputs.ts';
import type { EmployeeRecordPayload } from './role.payloads.ts';

/** It counts from the next request of the employee on. */
export async function changeEmployeeRole(
  context: Context,
  { id, role }: ChangeEmployeeRoleInput,
): Promise<EmployeeRecordPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_EMPLOYEES);
  await context.db.write(async (em) => {
    const admins = await lockRoles(em, viewer);
    const employee = await findEmployee(em, id);
    if (employee.role === role) return;
    if (employee.archivedAt) throw new UserInputError('id', 'ARCHIVED_EMPLOYEE', 'They no longer work here.');
    if (role !== Role.ADMIN) {
      assertNotLastAdmin(admins, employee);
      await revokeInvitationsOf(em, employee, context.clock.now());
    }
    employee.role = role;
  });
  return { employee: await getEmployeeRecord(context, id) };
}
