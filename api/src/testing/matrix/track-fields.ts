// Notes which fields of a schema were resolved, and which gave a value to somebody: what nobody was ever shown, no test has
// looked at.
import { defaultFieldResolver } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { objectTypes } from './schema-walk.ts';

export interface Tracked {
  gaveValue: Set<string>;
}

/** Changes the schema in place. */
export function trackFields(schema: GraphQLSchema): Tracked {
  const gaveValue = new Set<string>();
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const resolve = field.resolve ?? defaultFieldResolver;
      const note = (value: unknown) => {
        if (value !== null && value !== undefined) gaveValue.add(name);
        return value;
      };
      field.resolve = (root, args, context, info) => {
        const value: unknown = resolve(root, args, context, info);
        return value instanceof Promise ? value.then(note) : note(value);
      };
    }
  }
  return { gaveValue };
}
