// Every way through the schema, as documents to ask: made from the schema itself, so that a new field is walked the day it
// is added.
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
} from 'graphql';
import { audienceOf } from '../../graphql/audience.ts';
import type { DocumentNode, GraphQLField, GraphQLObjectType, GraphQLSchema, GraphQLUnionType } from 'graphql';

export const DEPTH = 5;

/** Of roots that do not lead first to what they show. */
const SHORT = 3;

export type Field = GraphQLField<unknown, unknown>;

export interface Path {
  /** The root's field first. */
  names: string[];
  /** What the last of them leads to; null for a leaf. */
  type: GraphQLObjectType | null;
}

/**
 * How far to walk from each field of the root. What hangs below a type does not know from where it was reached: of fields that
 * lead to the same type, the one that is open to most is walked all the way, the others a few steps.
 */
export function depthsOf(root: GraphQLObjectType): Map<string, number> {
  const rank = (field: Field) => ['ANYONE', 'SIGNED_IN', 'STAFF', 'ADMIN'].indexOf(audienceOf(root, field) ?? '');
  const byRank = Object.values(root.getFields()).toSorted((a, b) => rank(b) - rank(a));
  const whole = new Map(byRank.map((field) => [getNamedType(field.type), field]));
  return new Map(
    byRank.map((field) => [field.name, whole.get(getNamedType(field.type)) === field ? DEPTH : SHORT] as const),
  );
}

/** All object types that answers are made of. */
export function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !type.name.startsWith('__'));
}

export const fieldNames = (schema: GraphQLSchema): string[] =>
  objectTypes(schema).flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));

/** What a field leads to: an object, the kinds of a union, null for a leaf. What the walk does not know, it refuses to pass by. */
function targetOf(type: GraphQLObjectType, field: Field): Target {
  const target = getNamedType(field.type);
  if (isInterfaceType(target))
    throw new Error(`${type.name}.${field.name} is an interface: teach the walk to look at its kinds.`);
  return isObjectType(target) || isUnionType(target) ? target : null;
}

type Target = GraphQLObjectType | GraphQLUnionType | null;

function assertNeedsNothing(type: GraphQLObjectType, field: Field): void {
  const required = field.args.find(isRequiredArgument);
  if (required) throw new Error(`${type.name}.${field.name} needs ${required.name}: teach the walk what to give it.`);
}

/** Every path to an object, from a field of a root, no longer than the depth. */
export function pathsFrom(root: GraphQLObjectType, field: Field, depth = DEPTH): Path[] {
  const walk = (names: string[], type: Target): Path[] => {
    if (isUnionType(type)) return type.getTypes().flatMap((kind) => walk([...names, `... on ${kind.name}`], kind));
    const here = { names, type };
    if (!type || names.filter(isField).length === depth - 1) return [here];
    const below = Object.values(type.getFields()).flatMap((child) => {
      assertNeedsNothing(type, child);
      const target = targetOf(type, child);
      return target ? walk([...names, child.name], target) : [];
    });
    return [here, ...below];
  };
  return walk([field.name], targetOf(root, field));
}

/** A kind of a union is a name on the way, and no step of its own. */
const isField = (name: string): boolean => !name.startsWith('...');

/** Every leaf that can be reached within the depth, in one selection. */
export function wholeSelection(type: Target, depth: number): string {
  if (!type) return '';
  if (isUnionType(type)) {
    const kinds = type.getTypes().map((kind) => `... on ${kind.name} ${wholeSelection(kind, depth)}`);
    return `{ __typename ${kinds.join(' ')} }`;
  }
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const target = targetOf(type, field);
    if (!target) return [field.name];
    return depth > 1 ? [`${field.name} ${wholeSelection(target, depth - 1)}`] : [];
  });
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '{ __typename }';
}

const leavesOf = (type: GraphQLObjectType | null): string => {
  const leaves = type ? Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type))) : [];
  return type ? `{ ${leaves.map((field) => field.name).join(' ') || '__typename'} }` : '';
};

/** Asks a root's field, its arguments as variables, for everything below it. */
export const wholeDocument = (
  operation: 'query' | 'mutation',
  root: GraphQLObjectType,
  field: Field,
  depth = DEPTH,
): DocumentNode => documentOf(operation, field, wholeSelection(targetOf(root, field), depth - 1));

/** Asks for the leaves at the end of one path and nothing else: a refusal beside it cannot hide what it shows. */
export function pathDocument(field: Field, path: Path): DocumentNode {
  const inner = path.names.slice(1).reduceRight((below, name) => `{ ${name} ${below} }`, leavesOf(path.type));
  return documentOf('query', field, inner);
}

function documentOf(operation: string, field: Field, selection: string): DocumentNode {
  // Left out, a variable without a value takes the argument's default; so it may be absent where the argument has one.
  const typeOf = ({ type, defaultValue }: Field['args'][number]) =>
    String(defaultValue === undefined ? type : getNullableType(type));
  const variables = field.args.map((arg) => `$${arg.name}: ${typeOf(arg)}`).join(', ');
  const args = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return documentFrom(
    `${operation} ${variables && `(${variables})`} { ${field.name}${args && `(${args})`} ${selection} }`,
  );
}

// The same words are the same document, as the server keeps them: compiled once, however many ask.
const documents = new Map<string, DocumentNode>();

function documentFrom(text: string): DocumentNode {
  const document = documents.get(text) ?? parse(text, { noLocation: true });
  documents.set(text, document);
  return document;
}
