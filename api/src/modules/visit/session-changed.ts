// Live: tells who has a session's page open that something in it changed. What changed is asked by an ordinary query.
import { GraphQLID, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLFieldConfig } from 'graphql';
import { signedIn, type Context } from '../../graphql/context.ts';
import type { LiveChange } from '../../graphql/live.ts';

const SessionChange = new GraphQLObjectType({
  name: 'SessionChange',
  extensions: { audience: 'STAFF' },
  fields: {
    sessionId: { type: new GraphQLNonNull(GraphQLID) },
    kind: {
      type: new GraphQLNonNull(GraphQLString),
      description:
        'The kind of thing that changed, e.g. REGISTRATION. UNKNOWN: changes may have been missed, read everything again.',
    },
  },
});

export const sessionChanged: GraphQLFieldConfig<unknown, Context> = {
  type: new GraphQLNonNull(SessionChange),
  description: 'Something in this session changed: itself, a registration, its waiting list.',
  args: { sessionId: { type: new GraphQLNonNull(GraphQLID) } },
  // A member who listened would learn whenever another comes or goes.
  extensions: { audience: 'STAFF' },
  subscribe: (_root, args, context) => watchSession(context, (args as { sessionId: string }).sessionId),
  resolve: (change, args) => ({ ...(change as LiveChange), sessionId: (args as { sessionId: string }).sessionId }),
};

/** A session of another gym is one that never changes. */
function watchSession(context: Context, sessionId: string): AsyncIterable<LiveChange> {
  return context.live.subscribe({
    gymId: signedIn(context).gymId,
    sessionId: sessionId.toLowerCase(),
    gymKinds: ['TAG'],
  });
}
