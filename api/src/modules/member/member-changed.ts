// Live: tells who watches a member that something about them changed. What changed is asked by an ordinary query.
import { GraphQLID, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLFieldConfig } from 'graphql';
import { signedIn, type Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { LiveChange } from '../../graphql/live.ts';

const MemberChange = new GraphQLObjectType({
  name: 'MemberChange',
  extensions: { audience: 'SIGNED_IN' },
  fields: {
    memberId: { type: new GraphQLNonNull(GraphQLID) },
    kind: {
      type: new GraphQLNonNull(GraphQLString),
      description: 'The kind of thing that changed, e.g. NOTE. UNKNOWN: changes may have been missed, read everything again.',
    },
  },
});

export const memberChanged: GraphQLFieldConfig<unknown, Context> = {
  type: new GraphQLNonNull(MemberChange),
  description: 'Something about this member changed.',
  args: { memberId: { type: new GraphQLNonNull(GraphQLID) } },
  extensions: { audience: 'SIGNED_IN' },
  subscribe: (_root, args, context) => watchMember(context, (args as { memberId: string }).memberId),
  resolve: (change, args) => ({ ...(change as LiveChange), memberId: (args as { memberId: string }).memberId }),
};

/** Staff watch any member of their gym, members themselves. A member of another gym is one that never changes. */
function watchMember(context: Context, memberId: string): AsyncIterable<LiveChange> {
  const viewer = signedIn(context);
  if (viewer.kind === 'MEMBER' && viewer.memberId !== memberId) throw new NotFoundError();
  return context.live.subscribe({ gymId: viewer.gymId, memberId: memberId.toLowerCase() });
}
