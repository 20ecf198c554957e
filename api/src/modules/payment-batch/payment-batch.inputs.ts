import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { PageInput } from '../../graphql/page.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Collection, CollectionState, PaymentBatch } from './payment-batch.type.ts';
import { CandidateFilter, CollectionBlock, PreflightSums } from './preflight.type.ts';

@ArgsType()
export class PreflightArgs extends PageInput {
  @Field(() => LocalDate, { nullable: true, description: 'Today when absent; not later.' })
  untilOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Moved to a day on which banks settle, with the lead time before it. The day of the settings when absent.',
  })
  collectionOn?: string | null;

  @Field(() => CandidateFilter, { defaultValue: CandidateFilter.ALL })
  show: CandidateFilter = CandidateFilter.ALL;

  @Field(() => CollectionBlock, { nullable: true, description: 'Those who are blocked by this.' })
  block?: CollectionBlock | null;

  @Field(() => String, { nullable: true, description: 'A part of the name, or the member number.' })
  @MaxLength(100)
  search?: string | null;
}

@ArgsType()
export class CollectionsArgs extends PageInput {
  @Field(() => CollectionState, { nullable: true })
  state?: CollectionState | null;

  @Field(() => String, { nullable: true, description: 'A part of the name, the member number or the end-to-end id.' })
  @MaxLength(100)
  search?: string | null;
}

@InputType()
export class CreatePaymentBatchInput {
  @Field(() => ID, { description: 'A UUID made by the client: the same one again makes no second batch.' })
  id: string;

  @Field(() => LocalDate)
  untilOn: string;

  @Field(() => LocalDate, { description: 'As the pre-flight has it.' })
  collectionOn: string;

  @Field(() => Int, { description: 'Members that the pre-flight included.' })
  count: number;

  @Field(() => Int, { description: 'What it came to.' })
  totalCents: number;
}

@InputType()
export class PaymentBatchInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class ReturnCollectionInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "The bank's code: two letters and two digits, such as AM04." })
  reason: string;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class PaymentBatchPayload {
  @Field(() => PaymentBatch)
  paymentBatch: PaymentBatch;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class ReturnCollectionPayload {
  @Field(() => Collection)
  collection: Collection;

  @Field(() => PaymentBatch)
  paymentBatch: PaymentBatch;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class PaymentBatchCreated {
  @Field(() => PaymentBatch)
  paymentBatch: PaymentBatch;
}

export enum PaymentBatchRefusal {
  NO_CREDITOR = 'NO_CREDITOR',
  NOTHING_TO_COLLECT = 'NOTHING_TO_COLLECT',
  CHANGED = 'CHANGED',
}
registerEnumType(PaymentBatchRefusal, {
  name: 'PaymentBatchRefusal',
  description: 'CHANGED: the lines are not those of the pre-flight any more; look again.',
});

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'No batch was made; nothing was changed.' })
export class PaymentBatchRefused {
  @Field(() => PaymentBatchRefusal)
  reason: PaymentBatchRefusal;

  @Field(() => PreflightSums, { description: 'What would be collected as things are now.' })
  included: PreflightSums;
}

export const CreatePaymentBatchResult = createUnionType({
  name: 'CreatePaymentBatchResult',
  types: () => [PaymentBatchCreated, PaymentBatchRefused] as const,
});
