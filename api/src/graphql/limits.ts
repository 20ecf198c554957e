// What one GraphQL operation may ask for: how deep, how many aliases, and how many objects at most (its cost).
// Page sizes count: a page of 100 members with 100 notes each costs 10,000. The limit on tokens is the parser's.
import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Limits } from '../config.ts';

export interface Demand {
  depth: number;
  aliasCount: number;
  cost: number;
  asksForSchema: boolean;
}

type Variables = Readonly<Record<string, unknown>>;

/** What a list without a page size is taken to hold: they are the small bounded ones. */
const BOUNDED_LIST_SIZE = 5;
const PAGE_SIZE_DEFAULT = 25;
const PAGE_ARGUMENTS = ['first', 'last', 'pageSize'];
const ENVELOPE_LISTS = ['items', 'nodes', 'edges'];
/** graphql-js bounds how deep introspection goes; this bounds how often one request may ask for all of it. */
const INTROSPECTION_COST = 1000;

const known = new WeakMap<OperationDefinitionNode, Demand>();

/** What a valid operation asks for. Remembered with the document, unless a page size is a variable. */
export function demandOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Demand {
  const remembered = known.get(operation);
  if (remembered) return remembered;
  const walk = new Walk(schema, document, operation, variables);
  const demand = walk.operation();
  if (!walk.dependsOnVariables) known.set(operation, demand);
  return demand;
}

/** The refusal of an operation that asks for too much, null when it does not. */
export function refusalOf(demand: Demand, limits: Limits): GraphQLError | null {
  if (demand.depth > limits.depth)
    return refusal('QUERY_TOO_DEEP', `This query is ${demand.depth} levels deep; ${limits.depth} are allowed.`);
  if (demand.aliasCount > limits.aliases)
    return refusal('TOO_MANY_ALIASES', `This query has ${demand.aliasCount} aliases; ${limits.aliases} are allowed.`);
  if (demand.cost > limits.cost) {
    return refusal(
      'QUERY_TOO_COSTLY',
      `This query may answer with about ${demand.cost} objects; ${limits.cost} are allowed. Ask for smaller pages.`,
    );
  }
  return null;
}

export function tooLarge(limits: Limits): GraphQLError {
  return refusal('QUERY_TOO_LARGE', `This query has more than ${limits.tokens} tokens.`);
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

const NOTHING: Demand = { depth: 0, aliasCount: 0, cost: 0, asksForSchema: false };

class Walk {
  dependsOnVariables = false;
  // A fragment is walked once for every place of page it stands in: chains of fragments would double the work with every link.
  readonly #walked = new Map<string, Demand>();
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly root: OperationDefinitionNode,
    readonly variables: Variables,
  ) {
    for (const node of document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
  }

  operation(): Demand {
    return this.selection(this.root.selectionSet, this.schema.getRootType(this.root.operation) ?? undefined, null);
  }

  /** `pageSize` is that of the envelope whose selection this is, null outside of one. */
  selection(set: SelectionSetNode, type: GraphQLNamedType | undefined, pageSize: number | null): Demand {
    let total = NOTHING;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) total = sum(total, this.field(node, type, pageSize));
      else if (node.kind === Kind.FRAGMENT_SPREAD) total = sum(total, this.fragment(node.name.value, pageSize));
      else
        total = sum(
          total,
          this.selection(node.selectionSet, this.typeNamed(node.typeCondition?.name.value) ?? type, pageSize),
        );
    }
    return total;
  }

  fragment(name: string, pageSize: number | null): Demand {
    const key = `${name} ${pageSize}`;
    const walked = this.#walked.get(key);
    if (walked) return walked;
    const fragment = this.#fragments.get(name);
    if (!fragment) return NOTHING;
    const demand = this.selection(fragment.selectionSet, this.typeNamed(fragment.typeCondition.name.value), pageSize);
    this.#walked.set(key, demand);
    return demand;
  }

  field(node: FieldNode, parent: GraphQLNamedType | undefined, pageSize: number | null): Demand {
    const aliasCount = node.alias ? 1 : 0;
    const name = node.name.value;
    if (name === '__schema' || name === '__type')
      return { depth: 1, aliasCount, cost: INTROSPECTION_COST, asksForSchema: true };
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type))
      return { depth: 1, aliasCount, cost: 0, asksForSchema: false };
    const ownPageSize = this.pageSizeOf(node, field);
    const isList = isListType(getNullableType(field.type));
    const inEnvelope = pageSize !== null && ENVELOPE_LISTS.includes(name) ? pageSize : BOUNDED_LIST_SIZE;
    const inside = this.selection(node.selectionSet, type, isList ? null : ownPageSize);
    return {
      depth: 1 + inside.depth,
      aliasCount: aliasCount + inside.aliasCount,
      cost: (isList ? (ownPageSize ?? inEnvelope) : 1) * (1 + inside.cost),
      asksForSchema: inside.asksForSchema,
    };
  }

  pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const declared = field.args.find((arg) => PAGE_ARGUMENTS.includes(arg.name));
    if (!declared) return null;
    const given = node.arguments?.find((argument) => argument.name.value === declared.name)?.value;
    const size = this.valueOf(given) ?? declared.defaultValue;
    return typeof size === 'number' && size >= 1 ? size : PAGE_SIZE_DEFAULT;
  }

  valueOf(node: ValueNode | undefined): unknown {
    if (node?.kind === Kind.INT) return Number(node.value);
    if (node?.kind !== Kind.VARIABLE) return undefined;
    this.dependsOnVariables = true;
    const name = node.name.value;
    const preset = this.root.variableDefinitions?.find(
      (definition) => definition.variable.name.value === name,
    )?.defaultValue;
    return this.variables[name] ?? this.valueOf(preset);
  }

  typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }
}

function sum(a: Demand, b: Demand): Demand {
  return {
    depth: Math.max(a.depth, b.depth),
    aliasCount: a.aliasCount + b.aliasCount,
    cost: a.cost + b.cost,
    asksForSchema: a.asksForSchema || b.asksForSchema,
  };
}
