import { Field, ID, InputType, Int } from 'type-graphql';

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
