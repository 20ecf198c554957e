// The doors in front of a small schema and no database: for tests of what a request meets before and after its resolver.
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { FastifyInstance } from 'fastify';
import { buildApp, type AppOptions } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Context } from '../graphql/context.ts';
import { NotFoundError, ThrottledError, UserInputError } from '../graphql/errors.ts';
import { LiveQueue } from '../graphql/live-queue.ts';
import { createLogger } from '../logging.ts';
import { viewerOf } from './test-api.ts';

export interface TestApp {
  app: FastifyInstance;
  /** Everything logged so far. */
  logged(): string;
  /** Who may come in: the Bearer token `spt_valid` is one viewer, until it is taken away here. */
  signedIn: Set<string>;
  /** What the live subscription of the schema reads from. */
  queues: LiveQueue[];
  graphql(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

export const TOKEN = 'spt_valid';

export async function openTestApp(
  options: Partial<AppOptions> = {},
  env: Record<string, string> = {},
): Promise<TestApp> {
  const lines: string[] = [];
  const signedIn = new Set([TOKEN]);
  const queues: LiveQueue[] = [];
  const app = await buildApp({
    config: readConfig({ DATABASE_URL: 'postgres://nowhere', ...env }),
    schema: smallSchema(queues),
    createContext: async ({ headers, requestId, client }) => {
      const token = headers.authorization?.replace('Bearer ', '') ?? '';
      if (token === 'broken') throw new Error(`cannot look up ${token}`);
      const viewer = signedIn.has(token) ? viewerOf('gym', { tokenId: token, via: 'TOKEN' }) : null;
      return { viewer, requestId, client } as unknown as Context;
    },
    readiness: async () => null,
    log: createLogger('trace', { write: (line) => void lines.push(line) }),
    ...options,
  });
  return {
    app,
    signedIn,
    queues,
    logged: () => lines.join(''),
    graphql: async (query, variables, headers = {}) => {
      const {
        statusCode,
        headers: answered,
        payload,
      } = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables }, headers });
      return { status: statusCode, headers: answered, text: payload, ...JSON.parse(payload) } as Answer;
    },
  };
}

export const bearer = { authorization: `Bearer ${TOKEN}` };

function smallSchema(queues: LiveQueue[]): GraphQLSchema {
  const schema = buildSchema(`
    type Query {
      greeting(name: String = "you"): String!
      secretGarden: Garden
      failing(kind: String!, text: String): String
      gardens(first: Int = 25): [Garden!]!
    }
    type Garden { name: String! neighbours(first: Int = 25): [Garden!]! next: Garden }
    input PlantInput { on: Int! }
    type Mutation { plant(input: PlantInput!): String! }
    type Subscription { changed: String!  changedBadly: String }
  `);
  const fields = schema.getQueryType()!.getFields();
  fields['greeting']!.resolve = (_root, { name }) => `Hello ${name}`;
  fields['failing']!.resolve = (_root, { kind, text }) => fail(kind, text);
  fields['gardens']!.resolve = () => [];
  schema.getMutationType()!.getFields()['plant']!.resolve = () => 'planted';
  const live = schema.getSubscriptionType()!.getFields();
  live['changed']!.subscribe = () => {
    const queue = new LiveQueue(() => void queues.splice(queues.indexOf(queue), 1));
    queues.push(queue);
    return queue;
  };
  live['changed']!.resolve = ({ kind }) => {
    if (kind === 'BROKEN') throw new Error('jan@gym.example is broken');
    return kind;
  };
  live['changedBadly']!.subscribe = () => fail('input', '');
  return schema;
}

function fail(kind: string, text: string): never {
  if (kind === 'input') throw new UserInputError('dueOn', 'IN_THE_PAST', 'Choose a day from tomorrow.');
  if (kind === 'missing') throw new NotFoundError();
  if (kind === 'throttled') throw new ThrottledError(30);
  if (kind === 'database')
    throw Object.assign(new Error(`duplicate key ${text}`), {
      code: '23505',
      constraint: 'member_email',
      detail: `(email)=(${text})`,
    });
  throw new TypeError(`cannot digest "${text}" for ${text}`);
}
