// A shelf of the shop: what shop items are grouped under.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Node } from '../../graphql/node.ts';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'shop_category' })
export class ShopCategory implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  name: string;

  @Property({ type: 'integer' })
  position: number;

  @Property({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'No longer on offer.' })
  isArchived: boolean;
}

export const shopCategoryJson = (c: string): string =>
  `json_build_object('id', ${c}.id, 'name', ${c}.name, 'isArchived', ${c}.archived_at is not null)`;
