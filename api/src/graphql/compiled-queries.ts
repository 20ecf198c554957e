// Runs queries that come again as compiled functions (docs/decisions/0010). graphql-js stays the rule: it runs what is new,
// what changes something, and what the compiler is known to read differently.
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { BREAK, execute, Kind, visit } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Context } from './context.ts';

type Gateway = ApolloServerOptionsWithGateway<Context>['gateway'];

/** Compiling takes milliseconds: whoever sends another document each time is not to cause it. */
const RUNS_BEFORE_COMPILING = 20;
const MOST_COMPILED = 200;

export interface Operation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | null;
  variables: Record<string, unknown>;
  context: unknown;
}

export type Executor = (asked: Operation) => Promise<ExecutionResult>;

export function createExecutor(schema: GraphQLSchema, runsBeforeCompiling = RUNS_BEFORE_COMPILING): Executor {
  // Apollo keeps documents, within a bound of its own: the operation of a query sent again is the same object.
  const runs = new WeakMap<OperationDefinitionNode, number>();
  const kept = new Map<OperationDefinitionNode, CompiledQuery>();
  const compiledOf = (document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | undefined => {
    const run = (runs.get(operation) ?? 0) + 1;
    runs.set(operation, run);
    if (run !== runsBeforeCompiling + 1) return kept.get(operation);
    const compiled = compile(schema, document, operation);
    if (!compiled) return undefined;
    const [oldest] = kept.keys();
    if (oldest && kept.size >= MOST_COMPILED) {
      kept.delete(oldest);
      runs.delete(oldest);
    }
    kept.set(operation, compiled);
    return compiled;
  };
  return async ({ document, operation, operationName, variables, context }) => {
    const result = await compiledOf(document, operation)?.query(undefined, context, variables);
    // What goes wrong is for graphql-js to say, which runs the query once more: its errors are the ones that everybody after
    // us knows, the compiler's cannot be reworded for strangers.
    if (result?.data != null && !result.errors) return result;
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledQuery | undefined {
  if (operation.operation !== 'query' || isReadDifferently(document)) return undefined;
  const compiled = compileQuery(schema, document, operation.name?.value);
  return isCompiledQuery(compiled) ? compiled : undefined;
}

/** Conditions on fragments lose fields, and a variable left out of an input object arrives as null (graphql-jit 111, 230). */
function isReadDifferently(document: DocumentNode): boolean {
  let found = false;
  const meet = () => {
    found = true;
    return BREAK;
  };
  visit(document, { [Kind.DIRECTIVE]: meet, [Kind.OBJECT]: meet });
  return found;
}

/** The one door through which Apollo takes an executor. Nothing is federated. */
export function compilingGateway(schema: GraphQLSchema): Gateway {
  const run = createExecutor(schema);
  let announce: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback;
      return () => undefined;
    },
    async load() {
      announce?.({ apiSchema: schema, coreSupergraphSdl: '' });
      return {
        executor: ({ document, operation, operationName, request, context }) =>
          run({ document, operation, operationName, context, variables: request.variables ?? {} }),
      };
    },
    stop: async () => undefined,
  };
}
