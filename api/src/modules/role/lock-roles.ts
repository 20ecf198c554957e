// Changes of who works here, and as what, go one after the other, and only an Admin who still is one makes them: of two who
// remove each other at the same moment, the second is none any more.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { ForbiddenError, NotFoundError, UserInputError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { Employee, Role } from '../staff/employee.entity.ts';

interface Admin {
  id: string;
  hasAccount: boolean;
}

/** The Admins there are, until the transaction ends. */
export async function lockRoles(em: EntityManager, viewer: Viewer): Promise<Admin[]> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended(concat('roles ', current_gym()), 0))`);
  const admins = await em.execute<Admin[]>(
    `select id, account_id is not null as "hasAccount" from employee where role = 'ADMIN' and archived_at is null`,
  );
  if (!admins.some(({ id }) => id === viewer.employeeId)) throw new ForbiddenError();
  return admins;
}

/** The entity, for a verb inside its transaction, after the roles were locked. */
export async function findEmployee(em: EntityManager, id: string): Promise<Employee> {
  const employee = isUuid(id) ? await em.findOne(Employee, { id }) : null;
  if (!employee) throw new NotFoundError('There is no such employee.');
  return employee;
}

/** Somebody must be left who can sign in and let others in. */
export function assertNotLastAdmin(admins: readonly Admin[], { id, role }: Employee): void {
  if (role !== Role.ADMIN || admins.some((admin) => admin.id !== id && admin.hasAccount)) return;
  throw new UserInputError('id', 'LAST_ADMIN', 'This is the last Admin: make somebody else one first.');
}
