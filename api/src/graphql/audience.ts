// Who may see a field: declared on every type, query, mutation and branch, and enforced here in one place.
// A field without a declared audience keeps the server from starting.
import { getNamedType, isNonNullType, isObjectType, defaultFieldResolver } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from './context.ts';
import { ForbiddenError, UnauthenticatedError } from './errors.ts';
import type { Viewer } from './viewer.ts';

const ranks = { ANYONE: 0, SIGNED_IN: 1, STAFF: 2, ADMIN: 3 } as const;
/** SIGNED_IN: staff, and members for what is their own. STAFF: employees and admins. */
export type AudienceName = keyof typeof ranks;

/** Declares who may see a type (and its plain fields), or a single field. */
export const Audience = (audience: AudienceName) => Extensions({ audience });

export function isInAudience(viewer: Viewer | null, audience: AudienceName): boolean {
  if (audience === 'ANYONE') return true;
  if (!viewer) return false;
  if (audience === 'SIGNED_IN') return true;
  if (viewer.kind !== 'EMPLOYEE') return false;
  return audience === 'STAFF' || viewer.role === 'ADMIN';
}

/** The audience of a field: the narrowest of what it, its type and the type it leads to declare. */
export function audienceOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): AudienceName | undefined {
  const own = declared(field.extensions) ?? declared(type.extensions);
  const target = getNamedType(field.type);
  const led = isObjectType(target) ? declared(target.extensions) : 'ANYONE';
  if (!own || !led) return undefined;
  return ranks[own] >= ranks[led] ? own : led;
}

/** Guards every field whose audience is narrower than that of the object it hangs on. Changes the schema in place. */
export function enforceAudience(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const undeclared: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = roots.includes(type);
    for (const field of Object.values(type.getFields())) {
      const audience = audienceOf(type, field);
      if (!audience) undeclared.push(`${type.name}.${field.name}`);
      else if (isRoot || ranks[audience] > ranks[declared(type.extensions) ?? 'ANYONE'])
        guard(type, field, audience, schema);
    }
  }
  if (undeclared.length > 0) throw new Error(`No audience declared for ${undeclared.join(', ')}`);
  return schema;
}

function guard(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, Context>,
  audience: AudienceName,
  schema: GraphQLSchema,
) {
  const isMutation = type === schema.getMutationType();
  const isQuery = type === schema.getQueryType();
  // A query that is open itself and leads to something narrower answers null: `viewer` for a stranger.
  const mayBeNull = !isNonNullType(field.type) && !isMutation && (!isQuery || declared(field.extensions) === 'ANYONE');
  const check = (viewer: Viewer | null): Error | null => {
    if (!isInAudience(viewer, audience)) return viewer ? new ForbiddenError() : new UnauthenticatedError();
    if (isMutation && viewer && viewer.scope !== 'WRITE') return new ForbiddenError('This token may only read.');
    return null;
  };
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, context, info) => {
    const refusal = check(context.viewer);
    if (!refusal) return resolve(root, args, context, info);
    if (mayBeNull) return null;
    throw refusal;
  };
  if (!field.subscribe) return;
  const subscribe = field.subscribe;
  field.subscribe = (root, args, context, info) => {
    const refusal = check(context.viewer);
    if (refusal) throw refusal;
    return subscribe(root, args, context, info);
  };
}

function declared(extensions: Readonly<Record<string, unknown>>): AudienceName | undefined {
  const audience = extensions['audience'];
  return typeof audience === 'string' && audience in ranks ? (audience as AudienceName) : undefined;
}
