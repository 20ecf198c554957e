// The root of live updates. TypeGraphQL would name it Subscription, which is the gym's own word for what a member pays for.
import { GraphQLObjectType, GraphQLSchema, type GraphQLFieldConfigMap } from 'graphql';
import type { Context } from './context.ts';

export function withLiveRoot(schema: GraphQLSchema, fields: GraphQLFieldConfigMap<unknown, Context>): GraphQLSchema {
  const subscription = new GraphQLObjectType({
    name: 'LiveSubscription',
    description: 'Root of live updates, listened to at /graphql/stream.',
    fields,
  });
  return new GraphQLSchema({ ...schema.toConfig(), subscription });
}
