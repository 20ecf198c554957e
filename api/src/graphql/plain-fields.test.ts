import {
  Authorized,
  buildSchemaSync,
  Field,
  ObjectType,
  Query,
  Resolver,
  UseMiddleware,
  type MiddlewareFn,
} from 'type-graphql';
import { expect, test } from 'vitest';
import { makePlainFieldsSimple } from './plain-fields.ts';

const watch: MiddlewareFn = (_data, next) => next();

@ObjectType()
class Thing {
  @Field(() => String)
  plain: string;

  @Authorized()
  @Field(() => String)
  guarded: string;

  @UseMiddleware(watch)
  @Field(() => String)
  watched: string;

  @Field(() => String)
  computed(): string {
    return 'computed';
  }
}

@Resolver()
class ThingResolver {
  @Query(() => Thing)
  thing(): Thing {
    return new Thing();
  }
}

test('plain fields have no resolver, guarded ones keep theirs', () => {
  makePlainFieldsSimple();
  const fields = buildSchemaSync({ resolvers: [ThingResolver], authChecker: () => false }).getType('Thing')!;
  const resolvers = Object.entries(
    (fields as unknown as { getFields(): Record<string, { resolve?: unknown }> }).getFields(),
  ).map(([name, field]) => [name, field.resolve !== undefined]);
  expect(Object.fromEntries(resolvers)).toEqual({ plain: false, guarded: true, watched: true, computed: true });
});
