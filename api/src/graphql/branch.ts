// Branches: what a module adds to a parent type (Member), given as an SQL expression over the parent's row.
// All branches that a query asks for in one tick, of all parents, are read by one statement. A query pays only for
// what it selects. The parent's resolver looks ahead and reads the branches with the parent; a branch that was not
// foreseen is read when its field resolves.
import { createHash } from 'node:crypto';
import DataLoader from 'dataloader';
import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
} from 'graphql';
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
  /** What is asked for of one parent is, as a rule, read in a millisecond or two. */
  isBrief?: boolean;
}

export interface Branch<Value, Args = Record<string, never>> {
  parent: Parent<object>;
  field: string;
  /** Values that vary with the arguments; always as many. */
  params?: (args: Args, context: Context) => unknown[];
  /** An SQL expression of type json. `params` are its placeholders, e.g. `$3`. Its text must depend on nothing but `asked`. */
  sql: (params: string[], asked: Asked) => string;
  /** Makes the JSON into what the field returns; as it is when absent. */
  read?: (json: never, context: Context, args: Args) => Value;
}

/** Whether a field of this name is selected anywhere below the branch: what costs a join is left out when it is not. */
export type Asked = (field: string) => boolean;

interface Want {
  key: string;
  branch: Branch<unknown, never>;
  args: unknown;
  selection: Selection;
}

/** The names of the fields below a branch; the same selection in the same document is the same object. */
interface Selection {
  id: number;
  asked: Asked;
}

interface Statement {
  text: string;
  /** Prepared under this name, when there is one. */
  name: string | undefined;
}

/** The parent's own fields, then the branches in order. */
type Row = [base: { id: string }, ...branches: unknown[]];

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
  async loadMany<T extends object>(
    parent: Parent<T>,
    ids: readonly string[],
    ahead?: LookAhead,
  ): Promise<(T | null)[]> {
    const wants = ahead ? wantsOf(parent, ahead) : [];
    const loader = this.#loaderOf(parent);
    return Promise.all(
      ids.map((id) => (isUuid(id) ? (loader.load({ id, wants }) as Promise<T | null>) : Promise.resolve(null))),
    );
  }

  /** The value of one branch of a parent that was loaded before. */
  branch<Value, Args>(branch: Branch<Value, Args>, root: object, args?: Args): Value | Promise<Value> {
    const want: Want = {
      key: keyOf(branch.field, args),
      branch: branch as Branch<unknown, never>,
      args: args ?? {},
      selection: everything,
    };
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
    const wants = mergedWants(keys.flatMap((key) => key.wants));
    const params = wants.map((want) => want.branch.params?.(want.args as never, this.#context) ?? []);
    const { text, name } = statementOf(
      parent,
      wants,
      params.map((values) => values.length),
    );
    const ids = [...new Set(keys.map((key) => key.id))];
    const rows = await this.#context.db.rows<{ row: Row }>(text, [ids, this.#context.clock.now(), ...params.flat()], {
      name,
      isBrief: parent.isBrief === true && ids.length === 1,
    });
    const found = new Map(rows.map(({ row }) => [row[0].id, row]));
    return keys.map((key) => {
      const row = found.get(key.id.toLowerCase());
      return row ? build(parent, row, wants) : null;
    });
  }
}

function build(parent: Parent<object>, row: Row, wants: Want[]): object {
  const [base, ...branches] = row;
  const object = Object.assign(Object.create(parent.type.prototype as object) as object, base);
  const values = new Map(wants.map((want, index) => [want.key, branches[index]]));
  Object.defineProperty(object, loaded, { value: values, enumerable: false });
  return object;
}

function valuesOf(object: object): Map<string, unknown> {
  return (object as { [loaded]?: Map<string, unknown> })[loaded] ?? new Map<string, unknown>();
}

function keyOf(field: string, args: unknown): string {
  return args && Object.keys(args).length > 0 ? `${field} ${JSON.stringify(args)}` : field;
}

/** Each branch once, in a stable order; one that is asked for with different selections is read whole. */
function mergedWants(wants: Want[]): Want[] {
  const merged = new Map<string, Want>();
  for (const want of wants) {
    const other = merged.get(want.key);
    merged.set(want.key, other && other.selection !== want.selection ? { ...want, selection: everything } : want);
  }
  return [...merged.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

// Statements are planned on every connection of the pool, and callers choose the combination of branches: cap what is kept.
const statements = new Map<string, Statement>();
const mostStatements = 200;

function statementOf(parent: Parent<object>, wants: Want[], paramCounts: number[]): Statement {
  const signature = `${parent.typeName} ${wants.map((want) => `${want.branch.field} ${want.selection.id}`).join()}`;
  const known = statements.get(signature);
  if (known) return known;
  const text = textOf(parent, wants, paramCounts);
  if (statements.size >= mostStatements) return { text, name: undefined };
  const statement = { text, name: `branches_${createHash('sha256').update(text).digest('hex').slice(0, 24)}` };
  statements.set(signature, statement);
  return statement;
}

function textOf(parent: Parent<object>, wants: Want[], paramCounts: number[]): string {
  let used = 2;
  const branches = wants.map(({ branch, selection }, index) => {
    const placeholders = Array.from({ length: paramCounts[index] ?? 0 }, () => `$${(used += 1)}`);
    return `(${branch.sql(placeholders, selection.asked)})`;
  });
  return `select json_build_array(${[parent.base, ...branches].join(',\n')}) as row
${parent.from} where m.id = any($1::uuid[]) and $2::timestamptz is not null`;
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
  return [{ key: keyOf(branch.field, args), branch, args, selection: selectionOf(node, info) }];
}

const everything: Selection = { id: 0, asked: () => true };
let lastSelection = everything.id;
// Documents are kept by the server, so the node of a query sent again is the same object.
const selections = new WeakMap<FieldNode, Selection>();

function selectionOf(node: FieldNode, info: GraphQLResolveInfo): Selection {
  let selection = selections.get(node);
  if (!selection) {
    const names = new Set<string>();
    collectNames(node.selectionSet, info, names);
    selection = { id: (lastSelection += 1), asked: (field) => names.has(field) };
    selections.set(node, selection);
  }
  return selection;
}

/** Whatever may be selected: directives that leave something out this time do not count. */
function collectNames(set: SelectionSetNode | undefined, info: GraphQLResolveInfo, names: Set<string>): void {
  for (const node of set?.selections ?? []) {
    if (node.kind === 'Field') names.add(node.name.value);
    collectNames(
      node.kind === 'FragmentSpread' ? info.fragments[node.name.value]?.selectionSet : node.selectionSet,
      info,
      names,
    );
  }
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
