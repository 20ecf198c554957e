// A plan on offer. What a member agreed to is kept with the subscription: changing the offer changes no contract.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { jsonObject } from '../../database/json-sql.ts';
import { Audience } from '../../graphql/audience.ts';
import type { Asked, Parent } from '../../graphql/branch.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'subscription_type' })
export class SubscriptionType implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  name: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'string', nullable: true })
  description: string | null;

  @Field(() => Boolean, { description: 'Charged every month or year; else bought once.' })
  @Property({ type: 'boolean' })
  isRecurring: boolean;

  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  isVisibleToMembers: boolean;

  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  isExperienceRequired: boolean;

  @Property({ type: 'integer' })
  priceCents: number;

  @Field(() => Money, { description: 'Recurring: a month. One-off: once. VAT included.' })
  price: Money;

  @Property({ type: 'integer', nullable: true })
  yearlyPriceCents: number | null;

  @Field(() => Money, {
    nullable: true,
    description: 'For a whole year at once, after which it ends; null: only by the month. VAT included.',
  })
  yearlyPrice: Money | null;

  /** Hundredths of a percent: 900 is 9 %. */
  @Property({ type: 'integer' })
  vatRateBp: number;

  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  vatRatePercent: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Recurring: sessions in the ISO week of the session. One-off: credits. Null: no limit.',
  })
  @Property({ type: 'integer', nullable: true })
  sessionLimit: number | null;

  @Field(() => Int, { nullable: true, description: 'One-off: days that it can be used. Null: for ever.' })
  @Property({ type: 'integer', nullable: true })
  validityDays: number | null;

  @Field(() => Int, {
    description: 'Months before which a contract cannot end; 0: none. After them it runs on, with a month of notice.',
  })
  @Property({ type: 'integer' })
  firstTermMonths: number;

  @Property({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'No longer on offer; contracts on it run on.' })
  isArchived: boolean;
}

const moneyOf = (t: string, column: string): string =>
  `json_build_object('amountCents', ${t}.${column}, 'currency', (select o.currency from gym o where o.id = ${t}.gym_id))`;

/** The JSON of a subscription type, from a row under this alias. */
export const subscriptionTypeJson = (t: string, asked: Asked = () => true): string =>
  jsonObject(
    {
      id: `${t}.id`,
      name: `${t}.name`,
      description: `${t}.description`,
      isRecurring: `${t}.is_recurring`,
      isVisibleToMembers: `${t}.is_visible_to_members`,
      isExperienceRequired: `${t}.is_experience_required`,
      price: moneyOf(t, 'price_cents'),
      yearlyPrice: `case when ${t}.yearly_price_cents is not null then ${moneyOf(t, 'yearly_price_cents')} end`,
      vatRatePercent: `${t}.vat_rate_bp / 100.0`,
      sessionLimit: `${t}.session_limit`,
      validityDays: `${t}.validity_days`,
      firstTermMonths: `${t}.first_term_months`,
      isArchived: `${t}.archived_at is not null`,
    },
    asked,
    ['id', 'name'],
  );

export const subscriptionTypeParent: Parent<SubscriptionType> = {
  typeName: 'SubscriptionType',
  type: SubscriptionType,
  from: 'from subscription_type m join gym g on g.id = m.gym_id',
  base: subscriptionTypeJson('m'),
};
