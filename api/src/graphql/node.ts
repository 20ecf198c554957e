// What has an identity of its own: clients normalise their caches by it.
import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Anything with an id of its own. Ids are unique over all types.',
  // Rows come as plain objects, so the name has to travel with them wherever an interface is asked for.
  resolveType: (value: { __typename?: string }) => value.__typename ?? value.constructor.name,
})
export abstract class Node {
  @Field(() => ID)
  id: string;
}
