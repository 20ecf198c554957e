// A gym with a coach, an admin and a member, and another gym with its own: what most tests of verbs need.
import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Viewer } from '../graphql/viewer.ts';
import { addEmployee, addGym, addMember } from './fixtures.ts';
import type { Outside } from './nothing-outside.ts';
import { openTestApi, viewerOf } from './test-api.ts';
import type { TestApi } from './test-api.ts';

export interface GymScene {
  api: TestApi;
  gymId: string;
  coach: Viewer & { employeeId: string };
  admin: Viewer & { employeeId: string };
  memberId: string;
  /** Those who may not: a read token, the member, an employee of another gym, a stranger. */
  outsiders: { readToken: Viewer; member: Viewer; otherGym: Viewer; stranger: null };
  otherMemberId: string;
}

export async function openGymScene(now?: string, outside?: Partial<Outside>): Promise<GymScene> {
  const api = await openTestApi(now, outside);
  const [gymId, otherGymId] = [await addGym(api.owner), await addGym(api.owner, { name: 'Other' })];
  const employeeId = await addEmployee(api.owner, gymId);
  const adminId = await addEmployee(api.owner, gymId, { role: 'ADMIN' });
  const memberId = await addMember(api.owner, gymId);
  const coach = { ...viewerOf(gymId, { employeeId }), employeeId };
  return {
    api,
    gymId,
    coach,
    admin: { ...viewerOf(gymId, { employeeId: adminId, role: 'ADMIN' }), employeeId: adminId },
    memberId,
    outsiders: {
      readToken: { ...coach, scope: 'READ', via: 'TOKEN' },
      member: viewerOf(gymId, { memberId }),
      otherGym: viewerOf(otherGymId, {
        employeeId: await addEmployee(api.owner, otherGymId, { role: 'ADMIN' }),
        role: 'ADMIN',
      }),
      stranger: null,
    },
    otherMemberId: await addMember(api.owner, otherGymId),
  };
}

/** How an answer was refused: its code, and the field and reason of bad input. */
export function refusalOf({ errors }: ExecutionResult<unknown>): string | undefined {
  const extensions = errors?.[0]?.extensions as { code?: string; field?: string; reason?: string } | undefined;
  return extensions && [extensions.code, extensions.field, extensions.reason].filter(Boolean).join(' ');
}

/** The audit rows about a subject, oldest first, with who made the change. */
export async function auditOf(
  api: TestApi,
  subject: string,
  memberId: string | null,
): Promise<{ action: string; employee_id: string | null }[]> {
  const { rows } = await api.owner.query<{ action: string; employee_id: string | null }>(
    'select action, employee_id from audit_log where subject = $1 and member_id is not distinct from $2 order by id',
    [subject, memberId],
  );
  return rows;
}

export const newId = (): string => randomUUID();
