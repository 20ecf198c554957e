import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addEmployee, addGym } from '../../testing/fixtures.ts';
import { openTestApi, viewerOf } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';

let api: TestApi;
let gymId: string;
let coach: Viewer;

beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner);
  coach = viewerOf(gymId, { employeeId: await addEmployee(api.owner, gymId) });
});
afterAll(() => api.close());

const ask = async (viewer: Viewer, id?: string) => {
  const { data } = await api.ask<{ employee: { id: string; isArchived: boolean } | null }>(
    viewer,
    'query ($id: ID) { employee(id: $id) { id isArchived } }',
    { id },
  );
  return data?.employee;
};

test("without an id it is the viewer's own", async () => {
  expect(await ask(coach)).toEqual({ id: coach.employeeId, isArchived: false });
});

test('a colleague is found, also one who left; one of another gym is not there', async () => {
  const colleagueId = await addEmployee(api.owner, gymId, { archived_at: '2026-01-01T12:00:00Z' });
  const stranger = await addEmployee(api.owner, await addGym(api.owner));
  expect(await ask(coach, colleagueId)).toEqual({ id: colleagueId, isArchived: true });
  expect(await ask(coach, stranger)).toBeNull();
  expect(await ask(coach, 'not an id')).toBeNull();
});
