// Relay connections, for feeds that grow: keyset cursors, so that page 500 costs what page 1 costs and nothing is shown twice.
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Extensions, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { Audience } from './audience.ts';
import { isUuid } from '../database/uuid.ts';
import { UserInputError } from './errors.ts';

export const FIRST_DEFAULT = 25;
export const FIRST_LIMIT = 100;

@ArgsType()
export class ConnectionInput {
  @Field(() => Int, { description: `At most ${FIRST_LIMIT}.` })
  @IsInt()
  @Min(1)
  @Max(FIRST_LIMIT)
  first: number = FIRST_DEFAULT;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  @IsOptional()
  @MaxLength(500)
  after?: string | null;
}

@Extensions({ audience: 'ANYONE' })
@Audience('ANYONE')
@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => Boolean)
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  startCursor: string | null;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

export interface Edge<Item> {
  cursor: string;
  node: Item;
}

export interface Connection<Item> {
  nodes: Item[];
  edges: Edge<Item>[];
  pageInfo: PageInfo;
  totalCount: number;
}

// The audience of an envelope is that of what it carries; audience.ts takes the narrower one.
/** Makes the types `XConnection` and `XEdge`: `const NoteConnection = connectionOf('Note', () => Note)`. */
export function connectionOf<Item extends object>(
  name: string,
  item: () => ClassType<Item>,
): ClassType<Connection<Item>> {
  @Extensions({ audience: 'ANYONE' })
  @Audience('SIGNED_IN')
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class EdgeType implements Edge<Item> {
    @Field(() => String)
    cursor: string;

    @Field(() => item())
    node: Item;
  }

  @Extensions({ audience: 'ANYONE' })
  @Audience('SIGNED_IN')
  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class ConnectionType implements Connection<Item> {
    @Field(() => [item()])
    nodes: Item[];

    @Field(() => [EdgeType])
    edges: Edge<Item>[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'Over all pages.' })
    totalCount: number;
  }
  return ConnectionType;
}

/** The sort keys of a row as an opaque text: `encodeCursor([note.createdAt, note.id])`. */
export function encodeCursor(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys back, as many as were put in. Throws for a cursor that is not ours: it comes from outside, so trust only its shape. */
export function decodeCursor(cursor: string | null | undefined, keyCount: number): (string | number | null)[] | null {
  if (cursor == null) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === keyCount && keys.every(isKey)) return keys;
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw invalidCursor();
}

/** The keys of a feed that is ordered by a day or an instant, then by id; nulls for its start. What is let through, SQL can cast. */
export function decodeFeedCursor(cursor: string | null | undefined): [at: string, id: string] | [null, null] {
  const keys = decodeCursor(cursor, 2);
  if (!keys) return [null, null];
  const [at, id] = keys;
  if (typeof at === 'string' && isPostgresTime(at) && typeof id === 'string' && isUuid(id)) return [at, id];
  throw invalidCursor();
}

const postgresTime =
  /^([1-9]\d{3}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-5]):[0-5]\d)?$/;

function isPostgresTime(text: string): boolean {
  const day = postgresTime.exec(text)?.[1];
  const date = day === undefined ? null : new Date(`${day}T00:00:00Z`);
  // 30 February passes as 2 March.
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}

const invalidCursor = () => new UserInputError('after', 'INVALID_CURSOR', 'This cursor is not one of ours.');

function isKey(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

/** The connection of rows that were read with `limit first + 1`: the surplus row only says that there are more. */
export function connectionFrom<Item>(
  rows: readonly Item[],
  asked: { first: number; after?: string | null },
  totalCount: number,
  keysOf: (item: Item) => readonly (string | number | null)[],
): Connection<Item> {
  const nodes = rows.slice(0, asked.first);
  const cursorOf = (node: Item | undefined) => (node === undefined ? null : encodeCursor(keysOf(node)));
  return {
    nodes,
    totalCount,
    // Read only by who asks for it: most screens take the nodes.
    get edges() {
      return nodes.map((node) => ({ cursor: encodeCursor(keysOf(node)), node }));
    },
    pageInfo: {
      hasNextPage: rows.length > asked.first,
      hasPreviousPage: asked.after != null,
      startCursor: cursorOf(nodes[0]),
      endCursor: cursorOf(nodes.at(-1)),
    },
  };
}
