// A product or service that the gym sells outside sessions. What was sold keeps its own price and VAT, on the purchase line.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { ShopCategory, shopCategoryJson } from './shop-category.entity.ts';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'shop_item' })
export class ShopItem implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  shopCategoryId: string;

  @Field(() => ShopCategory)
  category: ShopCategory;

  @Field(() => String)
  @Property({ type: 'string' })
  name: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'string', nullable: true })
  description: string | null;

  @Field(() => Money, { description: 'VAT included.' })
  price: Money;

  @Property({ type: 'integer' })
  priceCents: number;

  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  vatRatePercent: number;

  /** Hundredths of a percent. */
  @Property({ type: 'integer' })
  vatRateBp: number;

  @Field(() => Boolean, { description: 'Listed first, and sold by one key.' })
  @Property({ type: 'boolean' })
  isFavourite: boolean;

  @Property({ type: 'integer' })
  position: number;

  @Property({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'No longer on offer; what was sold of it stays.' })
  isArchived: boolean;
}

/** Over a row i of shop_item, c of its category and g of the gym. */
export const shopItemJson = `json_build_object('id', i.id, 'name', i.name, 'description', i.description,
  'category', ${shopCategoryJson('c')}, 'price', json_build_object('amountCents', i.price_cents, 'currency', g.currency),
  'vatRatePercent', i.vat_rate_bp / 100.0, 'isFavourite', i.is_favourite, 'isArchived', i.archived_at is not null)`;

export const shopItemFrom = `from shop_item i
  join shop_category c on c.gym_id = i.gym_id and c.id = i.shop_category_id join gym g on g.id = i.gym_id`;
