import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEmployee, addMember, insert } from '../../testing/fixtures.ts';
import { newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
let templateId: string;

beforeAll(async () => {
  scene = await openGymScene();
  templateId = await add('checklist_template', { name: 'Newcomer' });
});
afterAll(() => scene.api.close());

const add = (table: string, row: Record<string, unknown>) =>
  insert(scene.api.owner, table, { gym_id: scene.gymId, ...row });
const employee = (row: Record<string, unknown> = {}) => addEmployee(scene.api.owner, scene.gymId, row);

interface Lot {
  kind: string;
  count: number;
  items: { memberName: string; text: string | null; at: string | null }[];
  takerId: string;
  takerName: string;
}
interface Preview {
  token: string;
  employeeName: string;
  lots: Lot[];
}
const preview = `token employeeName lots { kind count items { memberName text at } takerId takerName }`;
const previewOf = async (input: object, viewer = scene.admin) =>
  (
    await scene.api.get<{ handOverPreview: Preview }>(
      viewer,
      `query ($input: HandOverWishInput!) { handOverPreview(input: $input) { ${preview} } }`,
      { input },
    )
  ).handOverPreview;
const handOver = (input: object, viewer: typeof scene.admin | null = scene.admin) =>
  scene.api.ask<{ handOver: { __typename: string; preview?: Preview } }>(
    viewer,
    `mutation ($input: HandOverInput!) { handOver(input: $input) { __typename
       ... on HandedOver { memberCount notificationCount checkupCount checklistCount }
       ... on HandOverConflict { preview { ${preview} } } } }`,
    { input },
  );

/** Somebody with a member of their own, and something of a colleague's member. */
async function leaver() {
  const [leaverId, colleagueId, takerId, otherTakerId] = [
    await employee(),
    await employee(),
    await employee(),
    await employee(),
  ];
  const linked = await addMember(scene.api.owner, scene.gymId, { employee_id: leaverId, first_name: 'Anna' });
  const others = await addMember(scene.api.owner, scene.gymId, { employee_id: colleagueId, first_name: 'Bram' });
  const notification = (member_id: string, row: object = {}) =>
    add('notification', { member_id, kind: 'CUSTOM', message: 'Call', due_on: '2026-03-05', ...row });
  const checkup = (member_id: string, row: object = {}) =>
    add('checkup', { member_id, starts_at: '2026-03-20T10:00:00Z', ...row });
  const checklist = (member_id: string, row: object = {}) =>
    add('checklist', {
      member_id,
      template_id: templateId,
      name: 'Newcomer',
      assigned_at: '2026-03-01T10:00:00Z',
      ...row,
    });
  const [given, done] = [{ employee_id: leaverId }, '2026-03-01T12:00:00Z'];
  const ids = {
    linked,
    others,
    followsLink: await notification(linked),
    givenToLeaver: await notification(others, given),
    givenAway: await notification(linked, { employee_id: colleagueId }),
    completed: await notification(others, { ...given, completed_at: done, completed_by: leaverId }),
    checkup: await checkup(linked, given),
    checkupOfLink: await checkup(linked, { starts_at: '2026-03-01T10:00:00Z' }),
    checkupLongAgo: await checkup(others, { ...given, starts_at: '2026-01-01T10:00:00Z' }),
    checkupDone: await checkup(others, { ...given, completed_at: done }),
    checklist: await checklist(linked),
    checklistGiven: await checklist(others, { ...given, assigned_by: colleagueId }),
    checklistClosed: await checklist(others, { ...given, assigned_by: colleagueId, closed_at: done }),
  };
  return { leaverId, colleagueId, takerId, otherTakerId, ids };
}

async function ownersOf(ids: Record<string, string>): Promise<Record<string, string | null>> {
  const { rows } = await scene.api.owner.query<{ id: string; employee_id: string | null }>(
    ['member', 'notification', 'checkup', 'checklist']
      .map((table) => `select id, employee_id from ${table} where id = any($1)`)
      .join(' union all '),
    [Object.values(ids)],
  );
  const owners = new Map(rows.map((row) => [row.id, row.employee_id]));
  return Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, owners.get(id) ?? null]));
}

const countsOf = ({ lots }: Preview) => lots.map(({ kind, count }) => [kind, count]);

describe('a hand-over', () => {
  test('shows what it moves, and moves exactly that: what follows the link goes on following it', async () => {
    const { leaverId, colleagueId, takerId, ids } = await leaver();
    const wish = { employeeId: leaverId, takerId };
    const shown = await previewOf(wish);
    expect(countsOf(shown)).toEqual([
      ['MEMBERS', 1],
      ['NOTIFICATIONS', 2],
      ['CHECKUPS', 2],
      ['CHECKLISTS', 2],
    ]);
    expect(shown.lots[1]?.items).toEqual([
      { memberName: 'Anna van der Berg', text: 'Call', at: null },
      { memberName: 'Bram van der Berg', text: 'Call', at: null },
    ]);
    expect(shown.lots[2]?.items.map(({ at }) => at)).toEqual(['2026-03-01T10:00:00.000Z', '2026-03-20T10:00:00.000Z']);
    const { data } = await handOver({ wish, token: shown.token });
    expect(data?.handOver).toEqual({
      __typename: 'HandedOver',
      memberCount: 1,
      notificationCount: 2,
      checkupCount: 2,
      checklistCount: 2,
    });
    expect(await ownersOf(ids)).toEqual({
      linked: takerId,
      others: colleagueId,
      followsLink: null,
      givenToLeaver: takerId,
      givenAway: colleagueId,
      completed: leaverId,
      checkup: takerId,
      checkupOfLink: null,
      checkupLongAgo: leaverId,
      checkupDone: leaverId,
      checklist: null,
      checklistGiven: takerId,
      checklistClosed: leaverId,
    });
    expect(countsOf(await previewOf(wish)).every(([, count]) => count === 0)).toBe(true);
    const { rows } = await scene.api.owner.query(
      `select subject, before ->> 'employee_id' as before, after ->> 'employee_id' as after, count(*)::int from audit_log
        where action = 'UPDATE' and employee_id = $1 and after ->> 'employee_id' = $2 group by 1, 2, 3 order by 1`,
      [scene.admin.employeeId, takerId],
    );
    expect(rows).toEqual(
      ['checklist', 'checkup', 'member', 'notification'].map((subject) => ({
        subject,
        before: leaverId,
        after: takerId,
        count: 1,
      })),
    );
  });

  test('may divide the kinds: what is not to follow the members is given by name', async () => {
    const { leaverId, takerId, otherTakerId, ids } = await leaver();
    const wish = {
      employeeId: leaverId,
      takerId,
      takers: ['NOTIFICATIONS', 'CHECKUPS', 'CHECKLISTS'].map((kind) => ({ kind, employeeId: otherTakerId })),
    };
    const shown = await previewOf(wish);
    expect(shown.lots.map((lot) => lot.takerId)).toEqual([takerId, otherTakerId, otherTakerId, otherTakerId]);
    await handOver({ wish, token: shown.token });
    expect(await ownersOf(ids)).toMatchObject({
      linked: takerId,
      followsLink: otherTakerId,
      givenToLeaver: otherTakerId,
      checkup: otherTakerId,
      checkupOfLink: otherTakerId,
      checklist: otherTakerId,
      checklistGiven: otherTakerId,
    });
  });

  test('of something that changed meanwhile is not made, and shows what it would be by now', async () => {
    const { leaverId, takerId, ids } = await leaver();
    const wish = { employeeId: leaverId, takerId };
    const { token } = await previewOf(wish);
    await scene.api.owner.query('update notification set completed_at = now() where id = $1', [ids.givenToLeaver]);
    const before = await ownersOf(ids);
    const { data } = await handOver({ wish, token });
    expect(data?.handOver).toMatchObject({ __typename: 'HandOverConflict' });
    expect(countsOf(data!.handOver.preview!)[1]).toEqual(['NOTIFICATIONS', 1]);
    expect(await ownersOf(ids)).toEqual(before);
    const again = await handOver({ wish, token: data!.handOver.preview!.token });
    expect(again.data?.handOver).toMatchObject({ __typename: 'HandedOver', notificationCount: 1 });
  });

  test('may be sent again, also at the same moment, and is then answered as the first was', async () => {
    const { leaverId, takerId } = await leaver();
    const wish = { employeeId: leaverId, takerId };
    const [id, { token }] = [newId(), await previewOf(wish)];
    const answers = await Promise.all([1, 2, 3].map(() => handOver({ id, wish, token })));
    for (const { data } of answers)
      expect(data?.handOver).toMatchObject({ __typename: 'HandedOver', memberCount: 1, checklistCount: 2 });
    const other = { employeeId: leaverId, takerId: scene.coach.employeeId };
    expect(refusalOf(await handOver({ id, wish: other, token }))).toBe('BAD_USER_INPUT id ID_REUSED');
    const { rowCount } = await scene.api.owner.query('select from hand_over where employee_id = $1', [leaverId]);
    expect(rowCount).toBe(1);
  });

  test('of a member who is linked at the same moment takes them along, or says that there are more', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { leaverId, takerId } = await leaver();
      const late = await addMember(scene.api.owner, scene.gymId);
      const wish = { employeeId: leaverId, takerId };
      const { token } = await previewOf(wish);
      const [moved] = await Promise.all([
        handOver({ wish, token }),
        scene.api.get(
          scene.admin,
          `mutation ($input: LinkEmployeeInput!) { linkEmployee(input: $input) { member { id } } }`,
          { input: { memberId: late, employeeId: leaverId } },
        ),
      ]);
      const [{ employee_id: linkedTo } = { employee_id: null }] = (
        await scene.api.owner.query<{ employee_id: string | null }>('select employee_id from member where id = $1', [
          late,
        ])
      ).rows;
      // Linked before: a conflict. Linked after: they are still there, to be seen.
      expect(linkedTo).toBe(leaverId);
      expect(['HandedOver', 'HandOverConflict']).toContain(moved.data?.handOver.__typename);
      expect(countsOf(await previewOf(wish))[0]).toEqual(['MEMBERS', moved.data?.handOver.preview ? 2 : 1]);
    }
  });

  test('is also for who has left already, and goes to people who work here', async () => {
    const { leaverId, takerId } = await leaver();
    await scene.api.owner.query('update employee set archived_at = now() where id = $1', [leaverId]);
    const gone = await employee({ archived_at: '2026-01-01T00:00:00Z' });
    const wish = { employeeId: leaverId, takerId };
    const refusals = [
      { ...wish, takerId: leaverId },
      { ...wish, takerId: gone },
      { ...wish, takerId: 'nobody' },
      { ...wish, takers: [{ kind: 'CHECKUPS', employeeId: scene.outsiders.otherGym.employeeId }] },
      { ...wish, employeeId: newId() },
    ].map(async (wish) => refusalOf(await handOver({ wish, token: 'x' })));
    expect(await Promise.all(refusals)).toEqual([
      'BAD_USER_INPUT takerId SAME_EMPLOYEE',
      ...Array<string>(3).fill('BAD_USER_INPUT takerId UNKNOWN_EMPLOYEE'),
      'NOT_FOUND',
    ]);
    const { token } = await previewOf(wish);
    expect((await handOver({ wish, token })).data?.handOver).toMatchObject({ __typename: 'HandedOver' });
  });

  test('is for Admins, in person', async () => {
    const wish = { employeeId: scene.coach.employeeId, takerId: scene.admin.employeeId };
    const token = { ...scene.admin, via: 'TOKEN' } as const;
    for (const viewer of [scene.coach, token, scene.outsiders.member as typeof scene.admin])
      expect(refusalOf(await handOver({ wish, token: 'x' }, viewer))).toBe('FORBIDDEN');
    expect(refusalOf(await handOver({ wish, token: 'x' }, scene.outsiders.otherGym as typeof scene.admin))).toBe(
      'NOT_FOUND',
    );
  });
});

test('names are the first fifty, however many there are', async () => {
  const { leaverId, takerId } = await leaver();
  await scene.api.owner.query(
    `insert into member (gym_id, member_number, first_name, last_name, joined_on, employee_id)
     select $1, 50000 + n, 'Many', 'No ' || n, '2024-01-01', $2 from generate_series(1, 80) n`,
    [scene.gymId, leaverId],
  );
  const { lots } = await previewOf({ employeeId: leaverId, takerId });
  expect([lots[0]?.count, lots[0]?.items.length]).toEqual([81, 50]);
});
