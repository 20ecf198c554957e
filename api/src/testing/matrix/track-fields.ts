// Notes which fields of a schema gave a value to somebody, and to whom they should not have: what nobody was ever shown, no
// test has looked at.
import { defaultFieldResolver } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { audienceOf, isInAudience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { objectTypes } from './schema-walk.ts';

export interface Tracked {
  gaveValue: Set<string>;
  /** Fields that were shown to who is not in the audience they declare, or changed something for who may only read. */
  shownOutside: Set<string>;
}

/** Changes the schema in place. */
export function trackFields(schema: GraphQLSchema): Tracked {
  const tracked: Tracked = { gaveValue: new Set(), shownOutside: new Set() };
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const audience = audienceOf(type, field);
      const inner = field.resolve ?? defaultFieldResolver;
      const note = (value: unknown, viewer: Viewer | null) => {
        if (value === null || value === undefined) return value;
        tracked.gaveValue.add(name);
        const isReader = type === schema.getMutationType() && viewer?.scope === 'READ';
        if (!audience || !isInAudience(viewer, audience) || isReader) tracked.shownOutside.add(name);
        return value;
      };
      field.resolve = (root, args, context: Context, info) => {
        // Signing in or out makes the request somebody else's.
        const { viewer } = context;
        const value: unknown = inner(root, args, context, info);
        return value instanceof Promise ? value.then((it) => note(it, viewer)) : note(value, viewer);
      };
    }
  }
  return tracked;
}
