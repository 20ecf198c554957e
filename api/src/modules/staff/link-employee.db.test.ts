import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addEmployee, addGym, addMember } from '../../testing/fixtures.ts';
import { openTestApi, viewerOf } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';

let api: TestApi;
let gymId: string;
let coachId: string;
let coach: Viewer;

beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner);
  coachId = await addEmployee(api.owner, gymId);
  coach = viewerOf(gymId, { employeeId: coachId });
});
afterAll(() => api.close());

const mutation = `mutation ($input: LinkEmployeeInput!) { linkEmployee(input: $input) { member { id employee { id fullName } } } }`;

const link = (viewer: Viewer, memberId: string, employeeId: string | null) =>
  api.ask<{ linkEmployee: { member: { employee: { id: string } | null } } }>(viewer, mutation, {
    input: { memberId, employeeId },
  });

test('links, is safe to repeat, unlinks, and the audit trail says who did it', async () => {
  const memberId = await addMember(api.owner, gymId);
  await link(coach, memberId, coachId);
  const { data } = await link(coach, memberId, coachId);
  expect(data?.linkEmployee.member.employee?.id).toBe(coachId);
  expect((await link(coach, memberId, null)).data?.linkEmployee.member.employee).toBeNull();
  const { rows } = await api.owner.query(
    `select before, after, employee_id from audit_log where subject = 'member' and subject_id = $1 and action = 'UPDATE' order by id`,
    [memberId],
  );
  expect(rows).toEqual([
    { before: { employee_id: null }, after: { employee_id: coachId }, employee_id: coachId },
    { before: { employee_id: coachId }, after: { employee_id: null }, employee_id: coachId },
  ]);
});

test('an employee or a member of another gym does not exist', async () => {
  const memberId = await addMember(api.owner, gymId);
  const otherGym = await addGym(api.owner);
  const stranger = await addEmployee(api.owner, otherGym);
  expect((await link(coach, memberId, stranger)).errors?.[0]?.extensions).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'employeeId',
    reason: 'UNKNOWN_EMPLOYEE',
  });
  const outsider = viewerOf(otherGym, { employeeId: stranger });
  expect((await link(outsider, memberId, stranger)).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
});

test('a read token and a member are refused', async () => {
  const memberId = await addMember(api.owner, gymId);
  expect((await link({ ...coach, scope: 'READ' }, memberId, coachId)).errors?.[0]?.extensions['code']).toBe(
    'FORBIDDEN',
  );
  expect((await link(viewerOf(gymId, { memberId }), memberId, coachId)).errors?.[0]?.extensions['code']).toBe(
    'FORBIDDEN',
  );
});
