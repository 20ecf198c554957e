import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { openBrowser } from '../../testing/browser.ts';
import type { Browser } from '../../testing/browser.ts';
import { addEmployee, addGym, addMember, insert } from '../../testing/fixtures.ts';
import { newId, refusalOf } from '../../testing/gym-scene.ts';
import { addAccount, addCoach, password, signIn } from '../../testing/sign-in.ts';
import type { Coach } from '../../testing/sign-in.ts';
import { openTestApi, viewerOf } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';

let api: TestApi;
let gymId: string;
let admin: Coach;
let desk: Browser;

beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner);
  admin = await addCoach(api, gymId, {}, { role: 'ADMIN' });
  desk = await signIn(api, admin.email);
});
afterAll(() => api.close());

interface Record {
  id: string;
  fullName: string;
  email: string;
  role: string;
  isArchived: boolean;
  hasAccount: boolean;
  isLastAdmin: boolean;
  memberCount: number;
  openWorkCount: number;
}
const record = `{ id fullName email role isArchived hasAccount isLastAdmin memberCount openWorkCount }`;
const who = `{ viewer { id kind permissions employee { role fullName } } }`;
interface Who {
  viewer: { id: string; kind: string; permissions: string[]; employee: { role: string; fullName: string } } | null;
}

let people = 0;
const somebody = () => ({ firstName: 'Iris', lastName: 'de Vos', email: `iris${(people += 1)}@mail.example` });
const invite = (browser: Browser, input: object = {}) =>
  browser.ask<{ inviteEmployee: { invitation: { id: string; expiresAt: string }; url: string } }>(
    `mutation ($input: InviteEmployeeInput!) { inviteEmployee(input: $input) {
       invitation { id firstName lastName email role createdByName expiresAt isExpired } url } }`,
    { input: { role: 'EMPLOYEE', ...somebody(), ...input } },
  );
async function invitedSecret(input: object = {}): Promise<string> {
  const { data, errors } = await invite(desk, input);
  if (errors?.[0]) throw errors[0];
  return data!.inviteEmployee.url.split('#')[1]!;
}
const behind = async (secret: string) =>
  (
    await openBrowser(api).ask<{ invitationBehindLink: object | null }>(
      `query ($secret: String!) { invitationBehindLink(secret: $secret) { gymName firstName email role hasAccount } }`,
      { secret },
    )
  ).data?.invitationBehindLink;
const accept = (browser: Browser, secret: string, chosen = 'chosen by themself') =>
  browser.ask<{ acceptEmployeeInvitation: Who }>(
    `mutation ($input: AcceptEmployeeInvitationInput!) { acceptEmployeeInvitation(input: $input) ${who} }`,
    { input: { secret, password: chosen } },
  );
const lists = async (browser: Browser = desk) =>
  (
    await browser.ask<{ employeeRecords: Record[]; employeeInvitations: { id: string; isExpired: boolean }[] }>(
      `{ employeeRecords ${record} employeeInvitations { id isExpired } }`,
    )
  ).data!;
const verb =
  (name: string, input: string) =>
  (browser: Browser, values: object): ReturnType<typeof browser.ask<{ [name: string]: { employee: Record } }>> =>
    browser.ask(`mutation ($input: ${input}!) { ${name}(input: $input) { employee ${record} } }`, { input: values });
const changeRole = verb('changeEmployeeRole', 'ChangeEmployeeRoleInput');
const remove = verb('removeEmployee', 'RemoveEmployeeInput');
const reopen = verb('reopenEmployee', 'EmployeeIdInput');
const viewerNow = async (browser: Browser) => (await browser.ask<Who>(who)).data?.viewer ?? null;
const auditOf = async (subjectId: string) =>
  (
    await api.owner.query<object>(
      `select subject, action, before, after, employee_id from audit_log where subject_id = $1 order by id`,
      [subjectId],
    )
  ).rows;

describe('inviting', () => {
  test('makes a link that is shown once; who opens it sets a password, works here and is signed in', async () => {
    const { data } = await invite(desk, { firstName: ' Iris ', role: 'ADMIN', email: ' Iris@Mail.example' });
    const { invitation, url } = data!.inviteEmployee;
    expect(invitation).toMatchObject({
      firstName: 'Iris',
      email: 'iris@mail.example',
      role: 'ADMIN',
      isExpired: false,
    });
    expect(invitation.expiresAt).toBe('2026-03-11T12:00:00.000Z');
    expect(url).toMatch(/^https:\/\/gym\.example\/invitation#spi_[\w-]{43}$/);
    const secret = url.split('#')[1]!;
    expect(await behind(secret)).toEqual({
      gymName: 'Lift',
      firstName: 'Iris',
      email: 'iris@mail.example',
      role: 'ADMIN',
      hasAccount: false,
    });
    const browser = openBrowser(api);
    const accepted = await accept(browser, secret);
    const { id, employee, permissions } = accepted.data!.acceptEmployeeInvitation.viewer!;
    expect(employee).toEqual({ role: 'ADMIN', fullName: 'Iris de Vos' });
    expect(permissions).toContain('MANAGE_EMPLOYEES');
    expect((await viewerNow(browser))?.id).toBe(id);
    expect(await behind(secret)).toBeNull();
    const { employeeRecords, employeeInvitations } = await lists();
    expect(employeeRecords.find((it) => it.id === id)).toMatchObject({ email: 'iris@mail.example', hasAccount: true });
    expect(employeeInvitations.map((it) => it.id)).not.toContain(invitation.id);
    const dump = await api.owner.query('select t::text, row_to_json(t)::text as json from employee_invitation t');
    expect(JSON.stringify([dump.rows, await auditOf(invitation.id)])).not.toContain(secret.slice(4));
    expect(await auditOf(invitation.id)).toMatchObject([
      { action: 'INSERT', employee_id: admin.employeeId },
      { action: 'UPDATE', employee_id: id },
    ]);
    expect(await auditOf(id)).toMatchObject([{ subject: 'employee', action: 'INSERT', employee_id: id }]);
    expect(refusalOf(await invite(desk, { email: 'IRIS@mail.example' }))).toBe('BAD_USER_INPUT email ALREADY_EMPLOYED');
  });

  test('accepting again with the same password signs in, also when both come at once; with another it does not', async () => {
    const secret = await invitedSecret();
    const answers = await Promise.all([1, 2, 3].map(() => accept(openBrowser(api), secret)));
    const ids = answers.map(({ data }) => data?.acceptEmployeeInvitation.viewer?.id);
    expect(ids[0]).toBeDefined();
    expect(new Set(ids).size).toBe(1);
    expect((await accept(openBrowser(api), secret)).data?.acceptEmployeeInvitation.viewer?.id).toBe(ids[0]);
    expect(refusalOf(await accept(openBrowser(api), secret, 'somebody else entirely'))).toBe(
      'BAD_USER_INPUT password WRONG_PASSWORD',
    );
  });

  test('whose e-mail has an account gives its password, and is counted as somebody who signs in', async () => {
    const { id, email } = await addAccount(api);
    await addMember(api.owner, await addGym(api.owner), { account_id: id });
    const secret = await invitedSecret({ email });
    expect(await behind(secret)).toMatchObject({ email, hasAccount: true });
    const wrong = await accept(openBrowser(api), secret, 'not their password');
    expect(refusalOf(wrong)).toBe('BAD_USER_INPUT password WRONG_PASSWORD');
    const { data } = await accept(openBrowser(api), secret, password);
    expect(data?.acceptEmployeeInvitation.viewer).toMatchObject({ kind: 'EMPLOYEE', employee: { role: 'EMPLOYEE' } });
    const other = await invitedSecret();
    for (let attempt = 0; attempt < 10; attempt += 1) await accept(openBrowser(api), secret, 'guess guess guess');
    expect(refusalOf(await accept(openBrowser(api), secret, password))).toBe('TOO_MANY_ATTEMPTS');
    expect((await accept(openBrowser(api), other)).errors).toBeUndefined();
  });

  test('an employee without an account gets one, and keeps their name and history', async () => {
    const { email } = somebody();
    const id = await addEmployee(api.owner, gymId, { account_id: null, email: email.toUpperCase(), last_name: 'Smit' });
    expect((await lists()).employeeRecords.find((it) => it.id === id)?.hasAccount).toBe(false);
    const { data } = await accept(openBrowser(api), await invitedSecret({ email, role: 'ADMIN' }));
    expect(data?.acceptEmployeeInvitation.viewer).toMatchObject({
      id,
      employee: { fullName: 'Sanne Smit', role: 'ADMIN' },
    });
  });

  test('who works at another gym cannot work here as well', async () => {
    const elsewhere = await addCoach(api, await addGym(api.owner));
    const secret = await invitedSecret({ email: elsewhere.email });
    expect(refusalOf(await accept(openBrowser(api), secret, password))).toBe('BAD_USER_INPUT secret EMPLOYED_ALREADY');
    await api.owner.query('update employee set archived_at = now() where id = $1', [elsewhere.employeeId]);
    expect((await accept(openBrowser(api), secret, password)).errors).toBeUndefined();
  });

  test('a link ends when it is revoked, replaced, or seven days old', async () => {
    const one = await invite(desk, { email: 'twice@mail.example' });
    const two = await invitedSecret({ email: 'twice@mail.example' });
    const first = one.data!.inviteEmployee.url.split('#')[1]!;
    const revoked = await invite(desk);
    const { id } = revoked.data!.inviteEmployee.invitation;
    const revoke = () =>
      desk.ask(`mutation ($id: ID!) { revokeEmployeeInvitation(input: { id: $id }) { revokedId } }`, { id });
    await revoke();
    expect((await revoke()).errors).toBeUndefined();
    const gone = 'BAD_USER_INPUT secret INVITATION_GONE';
    for (const secret of [first, revoked.data!.inviteEmployee.url.split('#')[1]!, 'spi_nothing', '']) {
      expect(await behind(secret)).toBeNull();
      expect(refusalOf(await accept(openBrowser(api), secret))).toBe(gone);
    }
    const now = api.clock.now().toISOString();
    api.clock.advance(7 * 86_400_000 - 1000);
    expect(await behind(two)).not.toBeNull();
    api.clock.advance(1000);
    expect(await behind(two)).toBeNull();
    expect(refusalOf(await accept(openBrowser(api), two))).toBe(gone);
    expect((await lists()).employeeInvitations.some(({ isExpired }) => isExpired)).toBe(true);
    api.clock.set(now);
  });

  test('the same id makes no second link', async () => {
    const [id, input] = [newId(), somebody()];
    const answers = await Promise.all([1, 2, 3].map(() => invite(desk, { id, ...input })));
    expect(answers.map(refusalOf).filter(Boolean)).toEqual(Array(2).fill('BAD_USER_INPUT id ALREADY_CREATED'));
  });

  test.each([
    [{ firstName: ' ' }, 'firstName REQUIRED'],
    [{ lastName: 'x'.repeat(81) }, 'lastName TOO_LONG'],
    [{ email: 'no address' }, 'email INVALID_EMAIL'],
    [{ id: '1' }, 'id INVALID_ID'],
  ])('bad input is named: %o', async (input, refusal) => {
    expect(refusalOf(await invite(desk, input))).toBe(`BAD_USER_INPUT ${refusal}`);
  });

  test('a password that is chosen is long enough', async () => {
    const secret = await invitedSecret();
    expect(refusalOf(await accept(openBrowser(api), secret, 'eleven char'))).toBe(
      'BAD_USER_INPUT password PASSWORD_TOO_SHORT',
    );
    expect((await accept(openBrowser(api), secret, 'twelve chars')).errors).toBeUndefined();
  });
});

describe('who may', () => {
  test('an employee, a token of an Admin and another gym get nowhere', async () => {
    const colleague = await addCoach(api, gymId);
    const byToken = (async () => {
      const { data } = await desk.ask<{ createApiToken: { secret: string } }>(
        `mutation { createApiToken(input: { name: "All", scope: WRITE, expiresOn: "2026-04-01" }) { secret } }`,
      );
      return openBrowser(api, { bearer: data!.createApiToken.secret });
    })();
    const raised = { id: colleague.employeeId, role: 'ADMIN' };
    for (const browser of [await signIn(api, colleague.email), await byToken]) {
      expect(refusalOf(await invite(browser))).toBe('FORBIDDEN');
      expect(refusalOf(await changeRole(browser, raised))).toBe('FORBIDDEN');
      expect(refusalOf(await remove(browser, { id: admin.employeeId }))).toBe('FORBIDDEN');
      expect(refusalOf(await browser.ask(`{ employeeRecords ${record} }`))).toBe('FORBIDDEN');
      expect(refusalOf(await browser.ask(`{ employeeInvitations { id } }`))).toBe('FORBIDDEN');
    }
    const outsider = await signIn(api, (await addCoach(api, await addGym(api.owner), {}, { role: 'ADMIN' })).email);
    for (const change of [changeRole, remove, reopen])
      expect(
        refusalOf(await change(outsider, { ...(change === changeRole && raised), id: colleague.employeeId })),
      ).toBe('NOT_FOUND');
    expect((await lists()).employeeRecords.find((it) => it.id === colleague.employeeId)?.role).toBe('EMPLOYEE');
  });
});

describe('changing a role', () => {
  test('counts at once, is audited, and safe to repeat; links of a former Admin end', async () => {
    const colleague = await addCoach(api, gymId);
    const theirs = await signIn(api, colleague.email);
    const { data } = await changeRole(desk, { id: colleague.employeeId, role: 'ADMIN' });
    expect(data?.['changeEmployeeRole']?.employee.role).toBe('ADMIN');
    const link = (await invite(theirs)).data!.inviteEmployee.url.split('#')[1]!;
    for (const _ of [1, 2]) await changeRole(desk, { id: colleague.employeeId, role: 'EMPLOYEE' });
    expect((await viewerNow(theirs))?.employee.role).toBe('EMPLOYEE');
    expect(await behind(link)).toBeNull();
    expect((await auditOf(colleague.employeeId)).slice(1)).toEqual([
      expect.objectContaining({
        before: { role: 'EMPLOYEE' },
        after: { role: 'ADMIN' },
        employee_id: admin.employeeId,
      }),
      expect.objectContaining({
        before: { role: 'ADMIN' },
        after: { role: 'EMPLOYEE' },
        employee_id: admin.employeeId,
      }),
    ]);
  });
});

describe('removing', () => {
  test('ends login sessions and API tokens for good, and keeps the name', async () => {
    const colleague = await addCoach(api, gymId);
    const theirs = await signIn(api, colleague.email);
    const { data } = await theirs.ask<{ createApiToken: { secret: string } }>(
      `mutation { createApiToken(input: { name: "All", scope: WRITE, expiresOn: "2026-04-01" }) { secret } }`,
    );
    const script = openBrowser(api, { bearer: data!.createApiToken.secret });
    expect(await viewerNow(script)).not.toBeNull();
    const removed = await remove(desk, { id: colleague.employeeId });
    expect(removed.data?.['removeEmployee']?.employee).toMatchObject({ isArchived: true });
    expect((await remove(desk, { id: colleague.employeeId })).errors).toBeUndefined();
    expect([await viewerNow(theirs), await viewerNow(script)]).toEqual([null, null]);
    await expect(signIn(api, colleague.email)).rejects.toThrow('E-mail or password is wrong');
    expect(refusalOf(await invite(desk, { email: `employee@gym.example` }))).toBeUndefined();
    const reopened = await reopen(desk, { id: colleague.employeeId });
    expect(reopened.data?.['reopenEmployee']?.employee).toMatchObject({ isArchived: false });
    expect([await viewerNow(theirs), await viewerNow(script)]).toEqual([null, null]);
    expect(await viewerNow(await signIn(api, colleague.email))).not.toBeNull();
  });

  test('who has members or anything open hands it over first, unless it is to be left', async () => {
    const colleague = await addCoach(api, gymId);
    const memberId = await addMember(api.owner, gymId, { employee_id: colleague.employeeId });
    await insert(api.owner, 'notification', {
      gym_id: gymId,
      member_id: memberId,
      kind: 'CUSTOM',
      message: 'Call',
      due_on: '2026-03-05',
    });
    const before = (await lists()).employeeRecords.find((it) => it.id === colleague.employeeId);
    expect(before).toMatchObject({ memberCount: 1, openWorkCount: 1 });
    expect(refusalOf(await remove(desk, { id: colleague.employeeId }))).toBe('BAD_USER_INPUT id HAS_OPEN_WORK');
    const left = await remove(desk, { id: colleague.employeeId, leaveOpenWork: true });
    expect(left.data?.['removeEmployee']?.employee).toMatchObject({ isArchived: true, memberCount: 1 });
  });

  test('who went to work elsewhere cannot be let in again; one who left is not invited', async () => {
    const colleague = await addCoach(api, gymId);
    await remove(desk, { id: colleague.employeeId });
    const { rows } = await api.owner.query<{ email: string }>('select email from employee where id = $1', [
      colleague.employeeId,
    ]);
    expect(refusalOf(await invite(desk, rows[0]))).toBe('BAD_USER_INPUT email ARCHIVED_EMPLOYEE');
    expect(refusalOf(await changeRole(desk, { id: colleague.employeeId, role: 'ADMIN' }))).toBe(
      'BAD_USER_INPUT id ARCHIVED_EMPLOYEE',
    );
    await addEmployee(api.owner, await addGym(api.owner), { account_id: colleague.accountId });
    expect(refusalOf(await reopen(desk, { id: colleague.employeeId }))).toBe('BAD_USER_INPUT id EMPLOYED_ELSEWHERE');
  });
});

describe('the last Admin', () => {
  const gymOf = async (count: number) => {
    const id = await addGym(api.owner);
    const admins = await Promise.all(
      Array.from({ length: count }, async () => {
        const employeeId = await addEmployee(api.owner, id, { role: 'ADMIN' });
        return { ...viewerOf(id, { employeeId, role: 'ADMIN' }), employeeId };
      }),
    );
    return { id, admins };
  };
  const as = (viewer: Viewer, name: string, input: object) =>
    api.ask(
      viewer,
      `mutation ($input: ${name === 'removeEmployee' ? 'RemoveEmployeeInput' : 'ChangeEmployeeRoleInput'}!) {
         ${name}(input: $input) { employee { id } } }`,
      { input },
    );
  const adminCount = async (id: string) =>
    (
      await api.owner.query(
        `select from employee where gym_id = $1 and role = 'ADMIN' and archived_at is null and account_id is not null`,
        [id],
      )
    ).rowCount;

  test('stays one; an Admin who cannot sign in is nobody to leave it to', async () => {
    const { id, admins } = await gymOf(1);
    const [last] = admins as [(typeof admins)[0]];
    await addEmployee(api.owner, id, { role: 'ADMIN', account_id: null });
    await addEmployee(api.owner, id, { role: 'ADMIN', archived_at: '2026-01-01T00:00:00Z' });
    expect(refusalOf(await as(last, 'removeEmployee', { id: last.employeeId }))).toBe('BAD_USER_INPUT id LAST_ADMIN');
    expect(refusalOf(await as(last, 'changeEmployeeRole', { id: last.employeeId, role: 'EMPLOYEE' }))).toBe(
      'BAD_USER_INPUT id LAST_ADMIN',
    );
    const { data } = await api.ask<{ employeeRecords: Record[] }>(last, `{ employeeRecords ${record} }`);
    expect(data?.employeeRecords.map((it) => [it.id === last.employeeId, it.isLastAdmin])).toContainEqual([true, true]);
  });

  test.each([
    ['removeEmployee', {}],
    ['changeEmployeeRole', { role: 'EMPLOYEE' }],
  ])('is left when Admins do it to each other at the same moment: %s', async (name, input) => {
    for (let round = 0; round < 2; round += 1) {
      const { id, admins } = await gymOf(4);
      const next = (index: number) => admins[(index + 1) % 4]!.employeeId;
      const answers = await Promise.all(admins.map((it, index) => as(it, name, { ...input, id: next(index) })));
      expect(await adminCount(id)).toBeGreaterThan(0);
      for (const refusal of answers.map(refusalOf).filter(Boolean)) expect(refusal).toMatch(/^FORBIDDEN$|LAST_ADMIN$/);
    }
  });

  test('of two who remove each other, one is removed', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, admins } = await gymOf(2);
      const [one, two] = admins as [(typeof admins)[0], (typeof admins)[0]];
      const answers = await Promise.all([
        as(one, 'removeEmployee', { id: two.employeeId }),
        as(two, 'changeEmployeeRole', { id: one.employeeId, role: 'EMPLOYEE' }),
      ]);
      expect(answers.map(refusalOf).filter(Boolean)).toEqual(['FORBIDDEN']);
      expect(await adminCount(id)).toBe(1);
    }
  });
});

test('the list is one statement, however many work here', async () => {
  const viewer = viewerOf(gymId, { employeeId: admin.employeeId, role: 'ADMIN' });
  api.statements.splice(0);
  const { employeeRecords } = await api.get<{ employeeRecords: Record[] }>(viewer, `{ employeeRecords ${record} }`);
  expect(employeeRecords.length).toBeGreaterThan(5);
  expect(api.statements.filter((text) => !/^(commit|rollback|begin)/i.test(text))).toEqual([
    expect.stringContaining('employee e'),
  ]);
});
