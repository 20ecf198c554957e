// The search as a coach types it, through the schema on a real database.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addEmployee, addGym, addMember, addRegistration, insert } from '../../testing/fixtures.ts';
import { openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { viewerOf } from '../../testing/test-api.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

const source =
  'query ($query: String!, $first: Int! = 8) { memberSearch(query: $query, first: $first) { id fullName tags { name } } }';

interface Gym {
  id: string;
  coach: Viewer & { employeeId: string };
  add(fullName: [string, string | null, string], row?: Record<string, unknown>): Promise<string>;
  find(query: string, first?: number): Promise<string[]>;
  findIds(query: string): Promise<string[]>;
}

async function openGym(row: Record<string, unknown> = {}): Promise<Gym> {
  const { api } = scene;
  const id = await addGym(api.owner, row);
  const employeeId = await addEmployee(api.owner, id);
  const coach = { ...viewerOf(id, { employeeId }), employeeId };
  const ask = async (query: string, first = 8) =>
    (await api.get<{ memberSearch: { id: string; fullName: string }[] }>(coach, source, { query, first })).memberSearch;
  return {
    id,
    coach,
    add: ([first_name, particle, last_name], more = {}) =>
      addMember(api.owner, id, { first_name, particle, last_name, ...more }),
    find: async (query, first) => (await ask(query, first)).map((member) => member.fullName),
    findIds: async (query) => (await ask(query)).map((member) => member.id),
  };
}

const people: [string, string | null, string][] = [
  ['Zoë', 'van der', 'Berg'],
  ['Mees-Jan', "in 't", 'Veld'],
  ['Łukasz', null, 'Wójcik'],
  ['Şükrü', null, 'Yılmaz'],
  ['Anna', null, 'O’Brien'],
  ['Jürgen', null, 'Weiß'],
  ['Chloé', 'de la', 'Fuente'],
  ['Nguyễn', null, 'Trần'],
  ['Søren', null, 'Åkesson'],
  ['Daniël', null, 'Jansen-Bakker'],
  ['Ümit', 'el', 'Idrissi'],
  ['Pieter', null, 'Hoogendoorn'],
  ['Fatima', 'Ait', 'Ali'],
  ['Loïs', 'op den', 'Akker'],
  ['Björn', null, 'IJsselstein'],
];

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/gu, 'l')
    .replace(/[øØ]/gu, 'o')
    .replace(/ß/gu, 'ss')
    .replace(/ı/gu, 'i')
    .replace(/[’]/gu, "'");

test('any name is found by its words in any order, without accents, without particles, by the starts of them', async () => {
  const gym = await openGym();
  for (const person of people) await gym.add(person);
  for (const [first, particle, last] of people) {
    const name = [first, particle, last].filter(Boolean).join(' ');
    const start = (text: string) => [...text].slice(0, 3).join('');
    const queries = [
      name,
      `${last} ${first}`,
      `${last}, ${first}`,
      plain(name),
      plain(name).toUpperCase(),
      `${particle ?? ''} ${last}`,
      `${first} ${last}`,
      `${start(first)} ${start(last)}`,
      `  ${last}\t${first}  `,
      last.replaceAll(/[^\p{L}]/gu, ' '),
      name.normalize('NFD'),
    ];
    for (const query of queries) expect(await gym.find(query), query).toContain(name);
  }
  expect(await gym.find('Zoe')).toEqual(['Zoë van der Berg']);
  expect(await gym.find('vanderberg')).toEqual(['Zoë van der Berg']);
  expect(await gym.find('obrien')).toEqual(['Anna O’Brien']);
  expect(await gym.find('endoor')).toEqual(['Pieter Hoogendoorn']);
});

const letters = 'abdefghiklmnoprstuvw'.split('');
const syllable = fc
  .tuple(fc.constantFrom(...'bdfghklmnprstvwz'), fc.constantFrom('a', 'e', 'i', 'o', 'u', 'é', 'ö', 'ñu', 'ï'))
  .map((parts) => parts.join(''));
const word = fc
  .array(syllable, { minLength: 2, maxLength: 5 })
  .map((parts) => parts.join(''))
  .map((text) => text[0]?.toUpperCase() + text.slice(1));
const person = fc.tuple(word, fc.constantFrom(null, 'van', 'de', 'van der', "van 't", 'ter'), word);

/** One slip of the keyboard in a word: a letter missing, doubled, wrong, or two swapped. */
function slip(text: string, kind: number, at: number, letter: string): string {
  const i = at % (text.length - 1);
  const rest = [
    text.slice(0, i) + text.slice(i + 1),
    text.slice(0, i) + letter + text.slice(i),
    text.slice(0, i) + letter + text.slice(i + 1),
    text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2),
  ];
  return rest[kind] ?? text;
}

test('whoever is asked for in any order, without accents and with one typo, is among the first eight', async () => {
  const gym = await openGym();
  const known = fc.sample(person, { numRuns: 150, seed: 42 });
  const ids: string[] = [];
  for (const name of known) ids.push(await gym.add(name));
  const typo = fc.record({
    kind: fc.nat(3),
    at: fc.nat(20),
    letter: fc.constantFrom(...letters),
    inFirst: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(known.length - 1),
      typo,
      fc.boolean(),
      fc.boolean(),
      async (index, { kind, at, letter, inFirst }, isTurned, hasParticle) => {
        const [first, particle, last] = known[index]!.map((text) => text && plain(text)) as [
          string,
          string | null,
          string,
        ];
        const words = inFirst ? [slip(first, kind, at, letter), last] : [first, slip(last, kind, at, letter)];
        if (hasParticle && particle) words.splice(1, 0, particle);
        const query = (isTurned ? words.toReversed() : words).join(' ');
        expect(await gym.findIds(query), query).toContain(ids[index]);
      },
    ),
    { numRuns: 300 },
  );
});

test('a phone is found in any notation, by its start too', async () => {
  const gym = await openGym();
  const noor = await gym.add(['Noor', null, 'Bos'], { phone: '06 12345678', phone_digits: '31612345678' });
  const wim = await gym.add(['Wim', null, 'Bos'], { phone: '+32 470 12 34 56', phone_digits: '32470123456' });
  for (const query of [
    '0612345678',
    '06-12345678',
    '06 12 34 56 78',
    '+31612345678',
    '+31 (0)6 1234 5678',
    '0031612345678',
    '31 6 12345678',
    '(06) 12.34.56.78',
    '06–1234 5678',
    '0612345',
    '+31612',
    '612345678',
  ])
    expect(await gym.findIds(query), query).toEqual([noor]);
  for (const query of ['+32 470 12 34 56', '0032470123456', '32470123456'])
    expect(await gym.findIds(query), query).toEqual([wim]);
  expect(await gym.findIds('0470 12 34 56')).toEqual([]);
  const belgian = await openGym({ country: 'BE', time_zone: 'Europe/Brussels' });
  const luc = await belgian.add(['Luc', null, 'Maes'], { phone_digits: '32470123456' });
  expect(await belgian.findIds('0470 12 34 56')).toEqual([luc]);
});

test('a member number, also behind #, and an e-mail or its start, however it is written', async () => {
  const gym = await openGym();
  const noor = await gym.add(['Noor', null, 'Bos'], { member_number: 4711, email: 'Noor.Bos+gym@Example.com' });
  await gym.add(['Wim', null, 'Bos'], { member_number: 47110, email: 'wim_bos@example.com' });
  for (const query of [
    '4711',
    '#4711',
    ' 4711 ',
    'noor.bos+gym@example.com',
    'NOOR.BOS+GYM@EXAMPLE.COM',
    'noor.b',
    'noor.bos+gym@',
  ])
    expect(await gym.findIds(query), query).toEqual([noor]);
  expect(await gym.findIds('99999999999999')).toEqual([]);
});

test('what means something to a database or is no text at all finds nobody, and never fails', async () => {
  const gym = await openGym();
  await gym.add(['Ann_a', null, 'Per%cent'], { email: 'a_b@example.com' });
  for (const query of [
    '',
    '   ',
    '%',
    '_',
    '\\',
    '%%%',
    "'",
    '"',
    ':*',
    '&|!()',
    '💪🏋️',
    '\u0000',
    '\ud800',
    '@',
    '+',
    '#',
    '-',
    '٣',
    'x'.repeat(500),
    'jan '.repeat(125),
    '9'.repeat(500),
    '%a%b%',
    "'; drop table member; --",
    'axb@example.com',
  ])
    expect(await gym.find(query), query).toEqual([]);
  expect(await gym.find('Per%cent')).toEqual(['Ann_a Per%cent']);
  expect(await gym.find('a_b@')).toEqual(['Ann_a Per%cent']);
  await gym.add(['明', null, '张'], {});
  await gym.add(['Анна', null, 'Каренина'], {});
  expect(await gym.find('张')).toEqual(['明 张']);
  expect(await gym.find('карен')).toEqual(['Анна Каренина']);
  expect(await gym.find('Кареинна')).toEqual(['Анна Каренина']);
});

test('names that begin as typed come first, then who is booked today, last visit, mine; former members last', async () => {
  const { owner } = scene.api;
  const gym = await openGym();
  const former = await gym.add(['Jan', null, 'Aalbers'], {
    last_visit_at: '2026-03-04T08:00:00Z',
    subscribed_until: '2026-03-03',
  });
  const second = await gym.add(['Piet', null, 'Jansen'], { last_visit_at: '2026-03-04T09:00:00Z' });
  const long = await gym.add(['Jan', null, 'Bos'], {
    last_visit_at: '2026-01-01T09:00:00Z',
    subscribed_until: '2026-03-04',
  });
  const recent = await gym.add(['Jan', null, 'Cats'], { last_visit_at: '2026-03-02T09:00:00Z' });
  const mine = await gym.add(['Jan', null, 'Dam'], {
    last_visit_at: '2026-03-02T07:00:00Z',
    employee_id: gym.coach.employeeId,
  });
  const never = await gym.add(['Jan', null, 'Evers']);
  const today = await gym.add(['Jan', null, 'Fris']);
  await addRegistration(owner, gym.id, today, '2026-03-04T22:30:00Z', 'REGISTERED');
  const tomorrow = await gym.add(['Jan', null, 'Goes'], { last_visit_at: '2025-12-01T09:00:00Z' });
  await addRegistration(owner, gym.id, tomorrow, '2026-03-04T23:30:00Z', 'REGISTERED');
  await addRegistration(owner, gym.id, never, '2026-03-04T18:00:00Z', 'CANCELLED');
  expect(await gym.findIds('jan')).toEqual([today, mine, recent, long, tomorrow, never, second, former]);
  expect(await gym.find('jan', 3)).toEqual(['Jan Fris', 'Jan Dam', 'Jan Cats']);
});

test('as typed comes before a typo, and a typo in one word before typos in two', async () => {
  const gym = await openGym();
  await gym.add(['Eva', null, 'Wouters'], { last_visit_at: '2026-03-03T09:00:00Z' });
  await gym.add(['Eva', null, 'Wolters']);
  expect(await gym.find('Evi Wolters')).toEqual(['Eva Wolters', 'Eva Wouters']);
  expect(await gym.find('Eva Wouters')).toEqual(['Eva Wouters', 'Eva Wolters']);
});

test('particles as typed come first, others are found too; a start of one may be the start of a name', async () => {
  const gym = await openGym();
  for (const last of ['den Berg', 'der Berg', 'Berg'])
    await gym.add(
      ['Noa', last === 'Berg' ? null : 'van', last.replace(/^de. /, '')],
      last === 'Berg' ? {} : { particle: `van ${last.split(' ')[0]}` },
    );
  expect(await gym.find('noa van der berg')).toEqual(['Noa van der Berg', expect.anything(), expect.anything()]);
  for (const query of ['v.d. berg', 'v/d berg noa', 'vd berg'])
    expect(await gym.find(query), query).toContain('Noa van der Berg');
  await gym.add(['Noa', null, 'Visser']);
  await gym.add(['Noa', null, 'Smit']);
  expect((await gym.find('noa v')).toSorted()).toEqual(['Noa Visser', 'Noa van den Berg', 'Noa van der Berg']);
  await gym.add(['Noa', null, 'Dekker']);
  expect((await gym.find('noa de'))[0]).toBe('Noa Dekker');
  expect(await gym.find('van')).toHaveLength(2);
});

test('a member just made is found by the next search, though hundreds came more lately', async () => {
  const gym = await openGym();
  await scene.api.owner.query(
    `insert into member (gym_id, member_number, first_name, last_name, joined_on, last_visit_at)
     select $1, 100000 + n, 'Kees', 'Oud' || n, '2020-01-01', timestamptz '2026-03-04 10:00Z' - make_interval(mins => n) from generate_series(1, 2600) n`,
    [gym.id],
  );
  expect(await gym.find('Quirijn')).toEqual([]);
  await gym.add(['Quirijn', 'van', 'Xanten'], { created_at: '2019-01-01T00:00:00Z' });
  for (const query of ['Quirijn', 'xanten quir', 'Quiirjn', 'ante', 'xante'])
    expect(await gym.find(query), query).toEqual(['Quirijn van Xanten']);
  expect(await gym.find('Kees')).toHaveLength(8);
  expect(await gym.find('Oud2599 kees')).toEqual(expect.arrayContaining(['Kees Oud2599']));
  const today = await gym.add(['Kees', null, 'Zilver'], { created_at: '2019-01-01T00:00:00Z' });
  await addRegistration(scene.api.owner, gym.id, today, '2026-03-04T18:00:00Z', 'REGISTERED');
  expect((await gym.find('kees'))[0]).toBe('Kees Zilver');
});

test('another gym keeps its members to itself, by any way of asking', async () => {
  const [gym, other] = [await openGym(), await openGym()];
  await other.add(['Quinten', null, 'Zonnebloem'], {
    member_number: 815,
    email: 'quinten@example.com',
    phone_digits: '31687654321',
  });
  for (const query of ['Quinten', 'zonnebloem q', 'Quitnen', 'nnebl', '815', 'quinten@example.com', '0687654321']) {
    expect(await gym.find(query), query).toEqual([]);
    expect(await other.find(query), query).toHaveLength(1);
  }
});

test("the owner's look-ups answer for the gym of the transaction only", async () => {
  const [gym, other] = [await openGym(), await openGym()];
  const id = await other.add(['Quinten', null, 'Zonnebloem'], { email: 'quinten@example.com' });
  const lookUps: [string, unknown[]][] = [
    ['members_named($1::tsquery, 9)', [`'${other.id.slice(-6)}quinten'`]],
    ['members_misnamed($1::tsquery, 9)', [`'${other.id.slice(-6)}qu_nten'`]],
    ['members_containing($1, $2::text[], 9)', ['inten', ['%inten%']]],
    ['members_mailed($1, 9)', ['quinten@']],
  ];
  for (const [call, values] of lookUps) {
    const rowsOf = (viewer: Viewer | null) => scene.api.contextFor(viewer).db.rows(`select id from ${call} id`, values);
    expect(await rowsOf(other.coach), call).toEqual([{ id }]);
    expect(await rowsOf(gym.coach), call).toEqual([]);
    expect((await scene.api.database.pool.query(`select id from ${call} id`, values)).rows, call).toEqual([]);
  }
});

test('a search is two statements, whatever it finds and however it was found', async () => {
  const gym = await openGym();
  for (const person of people) await gym.add(person);
  await insert(scene.api.owner, 'tag', { gym_id: gym.id, name: 'Knee', color: '#336699' });
  for (const query of ['a', 'zoe', 'Wojcik', 'Hoogednoorn']) {
    scene.api.statements.length = 0;
    expect(await gym.find(query)).not.toEqual([]);
    expect(scene.api.statements.filter((text) => !/^(begin|commit)/.test(text))).toHaveLength(2);
  }
});

test('a search that takes too long is answered by its first stages', async () => {
  const { api } = scene;
  const gym = await openGym();
  await gym.add(['Zoë', null, 'Smit']);
  const holdUp = await api.owner.connect();
  await holdUp.query('begin; lock table registration');
  api.statements.length = 0;
  const answer = gym.find('zoe');
  try {
    await expect
      .poll(() => api.statements.filter((text) => text.startsWith('with')).length, { timeout: 10_000 })
      .toBe(2);
  } finally {
    await holdUp.query('rollback');
    holdUp.release();
  }
  expect(await answer).toEqual(['Zoë Smit']);
  expect(await gym.find('smit')).toEqual(['Zoë Smit']);
});

test('staff may search, with a read token too; a member and a stranger may not', async () => {
  const { api, outsiders, coach } = scene;
  const variables = { query: 'zoe' };
  expect(await api.get(coach, source, variables)).toMatchObject({ memberSearch: [{ fullName: 'Zoë van der Berg' }] });
  expect(await api.get(outsiders.readToken, source, variables)).toMatchObject({
    memberSearch: [{ fullName: 'Zoë van der Berg' }],
  });
  expect(refusalOf(await api.ask(outsiders.member, source, variables))).toBe('FORBIDDEN');
  expect(refusalOf(await api.ask(null, source, variables))).toBe('UNAUTHENTICATED');
  for (const first of [0, -1, 51])
    expect(refusalOf(await api.ask(coach, source, { ...variables, first }))).toContain('BAD_USER_INPUT first');
});

test('a change of names leaves no derived words in the audit trail', async () => {
  const gym = await openGym();
  const id = await gym.add(['Anna', null, 'Visser']);
  await scene.api.owner.query(`update member set last_name = 'Bakker' where id = $1`, [id]);
  const { rows } = await scene.api.owner.query(
    `select after from audit_log where member_id = $1 and action = 'UPDATE'`,
    [id],
  );
  expect(rows).toEqual([{ after: { last_name: 'Bakker' } }]);
  expect(await gym.find('bakker')).toEqual(['Anna Bakker']);
});
