// The tenant as the graph shows it.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Node } from '../../graphql/node.ts';
import { Currency, LocalDate } from '../../graphql/scalars.ts';

export enum PaymentCollection {
  SEPA = 'SEPA',
  STRIPE = 'STRIPE',
}
registerEnumType(PaymentCollection, {
  name: 'PaymentCollection',
  description: 'SEPA: by direct debit, in batches. STRIPE: by card and the like, at once or by invoice.',
});

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Gym implements Node {
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'IANA name, e.g. Europe/Amsterdam. Days and weeks are decided in it.' })
  timeZone: string;

  @Field(() => Currency)
  currency: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country: string;

  @Field(() => LocalDate, { description: "The current day in the gym's time zone." })
  today: string;

  @Field(() => Int, { description: 'A member is new for this many days.' })
  newMemberDays: number;

  @Field(() => PaymentCollection, { description: 'How money is collected from members.' })
  paymentCollection: PaymentCollection;

  @Field(() => Int, { description: 'Largest attachment, in bytes.' })
  attachmentFileLimitBytes: number;

  @Field(() => Int, { description: 'All attachments of one member together, in bytes.' })
  attachmentMemberLimitBytes: number;
}
