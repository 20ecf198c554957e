import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.ts';

@InputType()
export class PurchaseIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class CorrectPurchaseInput {
  @Field(() => ID, {
    description: 'A UUID made by the client, of the counter-line: sending it again returns what the first one made.',
  })
  id: string;

  @Field(() => ID)
  purchaseId: string;

  @Field(() => Int, { nullable: true, description: 'How much is taken back, more than 0. Absent: all that is left.' })
  amountCents?: number | null;

  @Field(() => String, { description: '1 to 200 characters; it stands on the receipt.' })
  reason: string;
}

export enum HandPayment {
  CASH = 'CASH',
  BANK_TRANSFER = 'BANK_TRANSFER',
}
registerEnumType(HandPayment, { name: 'HandPayment', description: 'How money moved outside Spotter.' });

@InputType()
export class SettlePurchaseInput {
  @Field(() => ID, { description: 'A UUID made by the client: sending it again settles nothing more.' })
  id: string;

  @Field(() => ID)
  purchaseId: string;

  @Field(() => Int, {
    description: 'What the screen said it is, as `settleable` has it; at another amount it is refused.',
  })
  totalCents: number;

  @Field(() => HandPayment)
  way: HandPayment;

  @Field(() => LocalDate, { description: 'Today or before.' })
  paidOn: string;

  @Field(() => String, { nullable: true, description: 'Up to 200 characters, for staff.' })
  @IsOptional()
  @MaxLength(2000)
  note?: string | null;
}
