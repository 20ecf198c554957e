import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { Employee } from './employee.entity.ts';

/** For a verb inside its transaction: somebody is chosen who works at this gym today. */
export async function assertWorksHere(em: EntityManager, id: string): Promise<void> {
  const employee = isUuid(id) ? await em.findOne(Employee, { id, archivedAt: null }) : null;
  if (!employee) throw new UserInputError('employeeId', 'UNKNOWN_EMPLOYEE', 'Nobody with this id works here.');
}
