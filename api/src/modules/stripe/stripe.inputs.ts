import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class StartCheckoutInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  memberId: string;

  @Field(() => [ID], { description: 'Open lines of this member, 1 to 50. Open counter-lines of them are taken along.' })
  purchaseIds: string[];
}

@InputType()
export class StartPaymentSetupInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  memberId: string;
}

@InputType()
export class CheckoutIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class StripeMemberInput {
  @Field(() => ID)
  memberId: string;
}

@InputType()
export class SaveWebhookSecretInput {
  @Field(() => String, { description: "From Stripe's dashboard; it starts with whsec_. It is never shown again." })
  secret: string;
}

@InputType()
export class RefundPurchaseInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again refunds nothing more.',
  })
  id?: string | null;

  @Field(() => ID)
  purchaseId: string;
}

@InputType()
export class StripeDifferenceIdInput {
  @Field(() => ID)
  id: string;
}
