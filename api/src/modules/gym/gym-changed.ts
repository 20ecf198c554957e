// Live: tells staff that something in their gym changed, whoever it is about. What changed is asked by an ordinary query.
import { GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLFieldConfig } from 'graphql';
import { signedIn, type Context } from '../../graphql/context.ts';

const GymChange = new GraphQLObjectType({
  name: 'GymChange',
  extensions: { audience: 'STAFF' },
  fields: {
    kind: {
      type: new GraphQLNonNull(GraphQLString),
      description:
        'The kind of thing that changed, e.g. NOTE. UNKNOWN: changes may have been missed, read everything again.',
    },
  },
});

export const gymChanged: GraphQLFieldConfig<unknown, Context> = {
  type: new GraphQLNonNull(GymChange),
  description: 'Something in the gym changed.',
  extensions: { audience: 'STAFF' },
  subscribe: (_root, _args, context) => context.live.subscribe({ gymId: signedIn(context).gymId }),
  resolve: (change) => change,
};
