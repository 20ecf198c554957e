// Live: tells who watches a member that something about them changed. What changed is asked by an ordinary query.
import { GraphQLID, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLFieldConfig } from 'graphql';
import { signedIn, type Context } from '../../graphql/context.ts';
import type { LiveChange } from '../../graphql/live.ts';

const MemberChange = new GraphQLObjectType({
  name: 'MemberChange',
  extensions: { audience: 'STAFF' },
  fields: {
    memberId: { type: new GraphQLNonNull(GraphQLID) },
    kind: {
      type: new GraphQLNonNull(GraphQLString),
      description:
        'The kind of thing that changed, e.g. NOTE. UNKNOWN: changes may have been missed, read everything again.',
    },
  },
});

export const memberChanged: GraphQLFieldConfig<unknown, Context> = {
  type: new GraphQLNonNull(MemberChange),
  description: 'Something about this member changed.',
  args: { memberId: { type: new GraphQLNonNull(GraphQLID) } },
  // A member who listened would learn whenever staff write something down about them.
  extensions: { audience: 'STAFF' },
  subscribe: (_root, args, context) => watchMember(context, (args as { memberId: string }).memberId),
  resolve: (change, args) => ({ ...(change as LiveChange), memberId: (args as { memberId: string }).memberId }),
};

/** A member of another gym is one that never changes. */
function watchMember(context: Context, memberId: string): AsyncIterable<LiveChange> {
  return context.live.subscribe({
    gymId: signedIn(context).gymId,
    memberId: memberId.toLowerCase(),
    gymKinds: ['TAG'],
  });
}
