// Branches: what a module adds to a parent type (Member), given as an SQL expression over the parent's row.
// All branches that a query asks for in one tick, of all parents, are read by one statement. A query pays only for
// what it selects. The parent's resolver looks ahead and reads the branches with the parent; a branch that was not
// foreseen is read when its field resolves.
import { createHash } from 'node:crypto';
import DataLoader from 'dataloader';
import { getArgumentValues, getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, isObjectType } from 'graphql';
import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { isUuid } from '../database/uuid.ts';
import type { Context } from './context.ts';

export interface Parent<T extends object> {
  /** Name of the GraphQL type. */
  typeName: string;
  type: new () => T;
  /** Alias m is the parent's row; `$1` holds the ids, `$2` the time now. */
  from: string;
  /** JSON object with the parent's own fields, `id` among them. */
  base: string;
}

export interface Branch<Value, Args = Record<string, never>> {
  parent: Parent<object>;
  field: string;
  /** Values that vary with the arguments; always as many. */
  params?: (args: Args, context: Context) => unknown[];
  /** An SQL expression of type json. `params` are its placeholders, e.g. `$3`. Its text must not depend on values. */
  sql: (params: string[]) => string;
  /** Makes the JSON into what the field returns; as it is when absent. */
  read?: (json: never, context: Context, args: Args) => Value;
}

interface Want {
  key: string;
  branch: Branch<unknown, never>;
  args: unknown;
}

interface Row {
  base: { id: string };
  [column: string]: unknown;
}

const registry = new Map<string, Branch<unknown, never>>();
const loaded = Symbol('loaded branches');

export function defineBranch<Value, Args = Record<string, never>>(branch: Branch<Value, Args>): Branch<Value, Args> {
  registry.set(`${branch.parent.typeName}.${branch.field}`, branch as Branch<unknown, never>);
  return branch;
}

/** What a resolver's field will need of its parents: pass it to `load`. `path` leads from the field to the parent's selection. */
export interface LookAhead {
  info: GraphQLResolveInfo;
  path?: string[];
}

export class BranchLoader {
  readonly #loaders = new Map<Parent<object>, DataLoader<{ id: string; wants: Want[] }, object | null, unknown>>();
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The parent with this id, null when there is none in this gym. */
  async load<T extends object>(parent: Parent<T>, id: string, ahead?: LookAhead): Promise<T | null> {
    return (await this.loadMany(parent, [id], ahead))[0] ?? null;
  }

  /** Parents in the order of the ids; null where there is none. */
  async loadMany<T extends object>(parent: Parent<T>, ids: readonly string[], ahead?: LookAhead): Promise<(T | null)[]> {
    const wants = ahead ? wantsOf(parent, ahead) : [];
    const loader = this.#loaderOf(parent);
    return Promise.all(ids.map((id) => (isUuid(id) ? (loader.load({ id, wants }) as Promise<T | null>) : Promise.resolve(null))));
  }

  /** The value of one branch of a parent that was loaded before. */
  branch<Value, Args>(branch: Branch<Value, Args>, root: object, args?: Args): Value | Promise<Value> {
    const want = { key: keyOf(branch.field, args), branch: branch as Branch<unknown, never>, args: args ?? {} };
    const values = valuesOf(root);
    if (values.has(want.key)) return this.#read(want, values.get(want.key)) as Value;
    const { id } = root as { id: string };
    return this.#loaderOf(branch.parent)
      .load({ id, wants: [want] })
      .then((found) => (found ? (this.#read(want, valuesOf(found).get(want.key)) as Value) : (null as Value)));
  }

  #read(want: Want, json: unknown): unknown {
    const { read } = want.branch;
    return read && json !== null ? read(json as never, this.#context, want.args as never) : json;
  }

  #loaderOf(parent: Parent<object>) {
    let loader = this.#loaders.get(parent);
    if (!loader) {
      // Not cached: after a mutation in the same request the next read must see it.
      loader = new DataLoader((keys) => this.#readBatch(parent, keys), { cache: false });
      this.#loaders.set(parent, loader);
    }
    return loader;
  }

  async #readBatch(parent: Parent<object>, keys: readonly { id: string; wants: Want[] }[]): Promise<(object | null)[]> {
    const wants = [...new Map(keys.flatMap((key) => key.wants.map((want) => [want.key, want] as const))).values()];
    wants.sort((a, b) => (a.key < b.key ? -1 : 1));
    const values: unknown[] = [[...new Set(keys.map((key) => key.id))], this.#context.clock.now()];
    const columns = wants.map((want, index) => {
      const params = want.branch.params?.(want.args as never, this.#context) ?? [];
      const placeholders = params.map((_, offset) => `$${values.length + 1 + offset}`);
      values.push(...params);
      return `(${want.branch.sql(placeholders)}) as b${index}`;
    });
    const text = `select ${[`${parent.base} as base`, ...columns].join(',\n')}\n${parent.from} where m.id = any($1::uuid[]) and $2::timestamptz is not null`;
    const rows = await this.#context.db.rows<Row>(text, values, { name: statementName(text) });
    const found = new Map(rows.map((row) => [row.base.id, row]));
    return keys.map((key) => {
      const row = found.get(key.id.toLowerCase());
      return row ? build(parent, row, wants) : null;
    });
  }
}

function build(parent: Parent<object>, row: Row, wants: Want[]): object {
  const object = Object.assign(Object.create(parent.type.prototype as object) as object, row.base);
  const values = new Map(wants.map((want, index) => [want.key, row[`b${index}`]]));
  Object.defineProperty(object, loaded, { value: values, enumerable: false });
  return object;
}

function valuesOf(object: object): Map<string, unknown> {
  return (object as { [loaded]?: Map<string, unknown> })[loaded] ?? new Map<string, unknown>();
}

function keyOf(field: string, args: unknown): string {
  return args && Object.keys(args).length > 0 ? `${field} ${JSON.stringify(args)}` : field;
}

// Names are kept on every connection of the pool, and callers choose the combination of branches: cap them.
const namedStatements = new Map<string, string>();
function statementName(text: string): string | undefined {
  const known = namedStatements.get(text);
  if (known || namedStatements.size >= 200) return known;
  const name = `branches_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  namedStatements.set(text, name);
  return name;
}

function wantsOf(parent: Parent<object>, { info, path = [] }: LookAhead): Want[] {
  const type = info.schema.getType(parent.typeName);
  if (!isObjectType(type)) return [];
  let selections = info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  for (const name of path) {
    selections = fieldsOf(selections, info)
      .filter((node) => node.name.value === name)
      .flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  }
  return fieldsOf(selections, info).flatMap((node) => wantOf(parent, type, node, info));
}

function wantOf(parent: Parent<object>, type: GraphQLObjectType, node: FieldNode, info: GraphQLResolveInfo): Want[] {
  const branch = registry.get(`${parent.typeName}.${node.name.value}`);
  const field = type.getFields()[node.name.value];
  if (!branch || !field) return [];
  const args = getArgumentValues(field, node, info.variableValues);
  return [{ key: keyOf(branch.field, args), branch, args }];
}

function fieldsOf(selections: SelectionSetNode[], info: GraphQLResolveInfo): FieldNode[] {
  return selections.flatMap((set) =>
    set.selections.flatMap((node): FieldNode[] => {
      if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) return [];
      if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] === false) return [];
      if (node.kind === 'Field') return [node];
      if (node.kind === 'InlineFragment') return fieldsOf([node.selectionSet], info);
      const fragment = info.fragments[node.name.value];
      return fragment ? fieldsOf([fragment.selectionSet], info) : [];
    }),
  );
}
