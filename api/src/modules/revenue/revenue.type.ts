// What a gym took in a month, by kind and by VAT rate, and the lines behind every figure.
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { pageOf } from '../../graphql/page.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { PurchaseKind, PurchaseStatus } from '../purchase/purchase.type.ts';

export enum RevenuePart {
  PAID = 'PAID',
  UNPAID = 'UNPAID',
  REFUNDED = 'REFUNDED',
  CORRECTION = 'CORRECTION',
}
registerEnumType(RevenuePart, {
  name: 'RevenuePart',
  description: 'UNPAID: open, under way, failed or returned. CORRECTION: counter-lines, whether paid or not.',
});

@Audience('ADMIN')
@ObjectType({
  simpleResolvers: true,
  description: 'Purchases added up, cancelled ones left out. Counter-lines count as what they take back: negative.',
})
export class RevenueSum {
  @Field(() => Int)
  lineCount: number;

  @Field(() => Money, { description: 'VAT included: paid, unpaid and refunded together.' })
  total: Money;

  @Field(() => Money, { description: 'The VAT within the total.' })
  vat: Money;

  @Field(() => Money, { description: 'The total without VAT.' })
  net: Money;

  @Field(() => Money, { description: 'Paid, and not given back.' })
  paid: Money;

  @Field(() => Money, { description: 'Open, under way, failed or returned.' })
  unpaid: Money;

  @Field(() => Money, { description: 'Paid, and given back by the gym.' })
  refunded: Money;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class RevenueOfKind {
  @Field(() => PurchaseKind)
  kind: PurchaseKind;

  @Field(() => RevenueSum)
  sum: RevenueSum;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class RevenueOfVatRate {
  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  vatRatePercent: number;

  @Field(() => RevenueSum)
  sum: RevenueSum;
}

@Audience('ADMIN')
@ObjectType({
  simpleResolvers: true,
  description: "The purchases of a calendar month by the gym's own clock, whenever they were paid.",
})
export class RevenueMonth {
  @Field(() => LocalDate)
  monthStartsOn: string;

  @Field(() => RevenueSum)
  sum: RevenueSum;

  @Field(() => RevenueSum, { description: 'The counter-lines among them.' })
  corrections: RevenueSum;

  @Field(() => [RevenueOfKind])
  kinds: RevenueOfKind[];

  @Field(() => [RevenueOfVatRate])
  vatRates: RevenueOfVatRate[];
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class RevenueMonthSum {
  @Field(() => LocalDate)
  monthStartsOn: string;

  @Field(() => RevenueSum)
  sum: RevenueSum;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'A purchase that revenue adds up.' })
export class RevenueLine {
  @Field(() => ID, { description: 'Of the purchase.' })
  id: string;

  @Field(() => ID)
  memberId: string;

  @Field(() => String)
  memberName: string;

  @Field(() => Int)
  memberNumber: number;

  @Field(() => PurchaseKind)
  kind: PurchaseKind;

  @Field(() => String)
  description: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => Money, { description: 'VAT included; negative on a counter-line.' })
  total: Money;

  @Field(() => Money, { description: 'The VAT within the total.' })
  vat: Money;

  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  vatRatePercent: number;

  @Field(() => PurchaseStatus)
  status: PurchaseStatus;

  @Field(() => String, { nullable: true, description: 'Why it failed or came back.' })
  statusReason: string | null;

  @Field(() => DateTime)
  purchasedAt: string;

  @Field(() => ID, { nullable: true, description: 'Of a counter-line: the line that it takes back, whole or in part.' })
  correctsId: string | null;
}

export const RevenueLinePage = pageOf('RevenueLine', () => RevenueLine);
export type RevenueLinePage = InstanceType<typeof RevenueLinePage>;
