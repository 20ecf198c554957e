// Two gyms with a row of everything, all of it marked, and everybody who might ask: what the authorization matrix runs on.
import { execute, getOperationAST, print } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { createContext } from '../../create-context.ts';
import type { Database } from '../../database/database.ts';
import { createExecutor, type Executor } from '../../graphql/compiled-queries.ts';
import type { Context } from '../../graphql/context.ts';
import type { Live } from '../../graphql/live.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { hashPassword } from '../../modules/account/password.ts';
import { nothingOutside } from '../nothing-outside.ts';
import { stubbornStripe } from '../stubborn-stripe.ts';
import { openTestApi, viewerOf } from '../test-api.ts';
import type { TestApi } from '../test-api.ts';
import { idsIn, plantCanaries } from './canaries.ts';
import type { Forbidden } from './canaries.ts';
import { addGymLife } from './gym-life.ts';
import type { GymLife } from './gym-life.ts';
import type { Gyms } from './arguments.ts';
import { tenantTables, type TenantTable } from './tenant-tables.ts';

export const TODAY = '2026-03-04';

export type Who = 'anonymous' | 'member' | 'employee' | 'admin' | 'readToken' | 'writeToken';

export interface MatrixWorld extends Gyms {
  api: TestApi;
  viewers: Record<Who, Viewer | null>;
  foreignAdmin: Viewer;
  forbidden: Record<Who, Forbidden>;
  /** Every id in the other gym. */
  theirs: Set<string>;
  /** Columns of texts that could not be marked. */
  unmarked: string[];
  ask(
    viewer: Viewer | null,
    document: DocumentNode,
    values: Record<string, unknown>,
    options?: AskOptions,
  ): Promise<ExecutionResult>;
  contextFor(viewer: Viewer | null, database?: Database): Context;
  /** What the rows of each gym, and the log-ins to it, are now. */
  fingerprints(): Promise<Fingerprints>;
}

export type Fingerprints = Record<'own' | 'foreign', string>;

export interface AskOptions {
  schema?: GraphQLSchema;
  database?: Database;
  /** Also run by graphql-js, as the server does what it has not compiled, and held to the same answer. */
  isComparing?: boolean;
}

export async function openMatrixWorld(): Promise<MatrixWorld> {
  const api = await openTestApi(`${TODAY}T12:00:00Z`);
  const { owner } = api;
  const password = 'correct horse battery';
  const hash = await hashPassword(password);
  const own = await addGymLife(owner, 'ours', TODAY, hash);
  const foreign = await addGymLife(owner, 'theirs', TODAY, hash);
  const { gymId, otherMemberId, colleagueId, accounts, loginSessions } = own;
  const unmarked = await plantCanaries(owner, { gymId, others: { memberId: otherMemberId, employeeId: colleagueId } });
  await plantCanaries(owner, { gymId: foreign.gymId, others: null });
  const [ours, theirs, otherMembers] = [
    await idsIn(owner, gymId),
    await idsIn(owner, foreign.gymId),
    await idsIn(owner, gymId, otherMemberId),
  ];

  const seat = (who: 'employeeId' | 'adminId' | 'memberId') => ({
    [who === 'adminId' ? 'employeeId' : who]: own[who],
    accountId: accounts[who],
    sessionId: loginSessions[who],
  });
  const employee = viewerOf(gymId, seat('employeeId'));
  const token = { ...employee, via: 'TOKEN', sessionId: null, accountId: null, tokenId: own.apiTokenId } as const;
  const staff: Forbidden = { marks: ['otherGym', 'otherEmployee'], ids: [theirs] };
  const scripts: Forbidden = { ...staff, marks: [...staff.marks, 'health'] };
  let asked = 0;
  const contextFor = (viewer: Viewer | null, database = api.database) => {
    asked += 1;
    // From an address of its own: nobody is throttled for what others did.
    const client = {
      address: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
      userAgent: null,
      setSessionCookie: () => {},
      clearSessionCookie: () => {},
    };
    return createContext(
      {
        database,
        clock: api.clock,
        live: eventful(own),
        ...nothingOutside,
        stripe: stubbornStripe,
        requestId: 'matrix',
        client,
      },
      viewer,
    );
  };
  return {
    api,
    own,
    foreign,
    password,
    tomorrow: '2026-03-05',
    unmarked,
    theirs,
    contextFor,
    viewers: {
      anonymous: null,
      member: viewerOf(gymId, seat('memberId')),
      employee,
      admin: viewerOf(gymId, { ...seat('adminId'), role: 'ADMIN' }),
      readToken: { ...token, scope: 'READ' },
      writeToken: token,
    },
    foreignAdmin: viewerOf(foreign.gymId, {
      employeeId: foreign.adminId,
      role: 'ADMIN',
      accountId: foreign.accounts.adminId,
      sessionId: foreign.loginSessions.adminId,
    }),
    forbidden: {
      anonymous: {
        marks: ['ours', 'staff', 'otherMember', 'otherEmployee', 'health', 'otherGym'],
        ids: [ours, theirs],
      },
      member: { marks: ['staff', 'otherMember', 'otherEmployee', 'health', 'otherGym'], ids: [otherMembers, theirs] },
      employee: staff,
      admin: staff,
      readToken: scripts,
      writeToken: scripts,
    },
    ask: async (viewer, document, variables, { schema = api.schema, database, isComparing } = {}) => {
      const newContext = () => contextFor(viewer, database);
      const answer = await asTheServer(schema, document, variables, newContext());
      if (isComparing) await assertTheOtherWay(answer, schema, document, variables, newContext());
      return answer;
    },
    fingerprints: async () => {
      const [ours, theirs] = await fingerprintsOf(api, [gymId, foreign.gymId]);
      return { own: ours!, foreign: theirs! };
    },
  };
}

/** Queries compiled, everything else by graphql-js. */
async function asTheServer(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  context: Context,
): Promise<ExecutionResult> {
  const operation = getOperationAST(document);
  if (operation?.operation === 'query')
    return executorOf(schema)({ document, operation, operationName: null, variables, context });
  return execute({ schema, document, variableValues: variables, contextValue: context });
}

async function assertTheOtherWay(
  answer: ExecutionResult,
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  context: Context,
): Promise<void> {
  const walked = await execute({ schema, document, variableValues: variables, contextValue: context });
  const [a, b] = [answer, walked].map(({ data }) => JSON.stringify(data));
  if (a !== b) throw new Error(`Compiled, ${print(document)} is answered ${a}, and by graphql-js ${b}`);
}

const executors = new WeakMap<GraphQLSchema, Executor>();

function executorOf(schema: GraphQLSchema): Executor {
  const executor = executors.get(schema) ?? createExecutor(schema, 0);
  executors.set(schema, executor);
  return executor;
}

/** Something changes about one member and in one session all the time, nowhere else ever. */
const eventful = ({ gymId, memberId, sessionId }: GymLife): Live => ({
  subscribe: async function* (topic) {
    const isAboutThem =
      [memberId, undefined].includes(topic.memberId) && [sessionId, undefined].includes(topic.sessionId);
    if (topic.gymId === gymId && isAboutThem) yield { kind: 'NOTE' };
  },
  close: async () => {},
});

async function fingerprintsOf({ owner }: TestApi, gymIds: string[]): Promise<string[]> {
  tables ??= await tenantTables(owner);
  const whole = (row: string) => `array[count(*), sum(hashtextextended(${row}::text, 0))]::text`;
  const parts = [
    ...tables.map(({ name, gymColumn }) => `(select ${whole('t')} from ${name} t where t.${gymColumn} = asked.id)`),
    `(select ${whole('s')} from login_session s where s.account_id in
       (select account_id from member where gym_id = asked.id union select account_id from employee where gym_id = asked.id))`,
  ];
  const { rows } = await owner.query<{ print: string }>({
    text: `select concat_ws(',', ${parts.join(',\n')}) as print
      from unnest($1::uuid[]) with ordinality asked (id, place) order by asked.place`,
    values: [gymIds],
    name: 'fingerprints',
  });
  return rows.map(({ print }) => print);
}

// The schema stands still, and the catalog is slow to tell it.
let tables: TenantTable[] | undefined;
