// What a batch would hold, before it is made: every open line, included or blocked with its reason.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { pageOf } from '../../graphql/page.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { CollectedLine, CountAndTotal, PayingMember, SequenceType } from './payment-batch.type.ts';

export enum CollectionBlock {
  BY_STRIPE = 'BY_STRIPE',
  IN_OTHER_BATCH = 'IN_OTHER_BATCH',
  CURRENCY = 'CURRENCY',
  NOTHING_TO_COLLECT = 'NOTHING_TO_COLLECT',
  AMOUNT_TOO_HIGH = 'AMOUNT_TOO_HIGH',
  NO_MANDATE = 'NO_MANDATE',
  MANDATE_REVOKED = 'MANDATE_REVOKED',
  MANDATE_BLOCKED = 'MANDATE_BLOCKED',
  MANDATE_LAPSED = 'MANDATE_LAPSED',
  MANDATE_USED = 'MANDATE_USED',
  UNREADABLE_HOLDER = 'UNREADABLE_HOLDER',
  NO_CREDITOR = 'NO_CREDITOR',
}
registerEnumType(CollectionBlock, {
  name: 'CollectionBlock',
  description:
    'Why lines are left out. BY_STRIPE: they were sold when the gym collected through Stripe, and are paid there. CURRENCY: SEPA collects euros only. NOTHING_TO_COLLECT: the lines and the counter-lines come to nothing or less. MANDATE_BLOCKED: the bank said that it cannot be collected with. MANDATE_USED: it was for one collection. UNREADABLE_HOLDER: nothing of the name can be written in the characters of banks. NO_CREDITOR: the settings lack name, identifier or IBAN of who collects.',
});

export enum UnusualAmount {
  ABOVE_LIMIT = 'ABOVE_LIMIT',
  ABOVE_USUAL = 'ABOVE_USUAL',
}
registerEnumType(UnusualAmount, {
  name: 'UnusualAmount',
  description:
    "ABOVE_LIMIT: more than the settings' limit. ABOVE_USUAL: more than three times what is usually collected from the member.",
});

export enum CandidateFilter {
  ALL = 'ALL',
  INCLUDED = 'INCLUDED',
  BLOCKED = 'BLOCKED',
  UNUSUAL = 'UNUSUAL',
  RESPELLED = 'RESPELLED',
}
registerEnumType(CandidateFilter, {
  name: 'CandidateFilter',
  description: 'UNUSUAL and RESPELLED are of those that are included.',
});

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'What a member would be collected, or why not.' })
export class CollectionCandidate {
  @Field(() => ID, { description: 'The same for the same lines of a member; not the id of anything else.' })
  id: string;

  @Field(() => PayingMember)
  member: PayingMember;

  @Field(() => Money)
  total: Money;

  @Field(() => Int)
  lineCount: number;

  @Field(() => Int, { description: 'Lines among them that came back before.' })
  returnedCount: number;

  @Field(() => [CollectedLine], { description: 'At most 50 of them, the oldest first.' })
  lines: CollectedLine[];

  @Field(() => CollectionBlock, { nullable: true, description: 'Null: it is included.' })
  block: CollectionBlock | null;

  @Field(() => Int, { nullable: true, description: 'The number of the batch that it is in, if any.' })
  batchNumber: number | null;

  @Field(() => ID, { nullable: true })
  batchId: string | null;

  @Field(() => SequenceType, { nullable: true })
  sequenceType: SequenceType | null;

  @Field(() => String, { nullable: true })
  maskedIban: string | null;

  @Field(() => String, { nullable: true })
  mandateReference: string | null;

  @Field(() => String, { nullable: true, description: 'Whose account it is.' })
  holder: string | null;

  @Field(() => String, { nullable: true, description: 'The holder as the file spells it, in the characters of banks.' })
  holderInFile: string | null;

  @Field(() => Boolean, { description: 'The file spells the holder in another way.' })
  isRespelled: boolean;

  @Field(() => UnusualAmount, { nullable: true })
  unusual: UnusualAmount | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What is usually collected from the member; null when too little is known.',
  })
  usual: Money | null;
}

export const CollectionCandidatePage = pageOf('CollectionCandidate', () => CollectionCandidate);
export type CollectionCandidatePage = InstanceType<typeof CollectionCandidatePage>;

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class PreflightSums {
  @Field(() => Int, { description: 'Members.' })
  count: number;

  @Field(() => Int)
  lineCount: number;

  @Field(() => Money)
  total: Money;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class BlockedSums extends PreflightSums {
  @Field(() => CollectionBlock)
  block: CollectionBlock;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class PaymentPreflight {
  @Field(() => LocalDate, { description: 'Lines up to and including this day.' })
  untilOn: string;

  @Field(() => LocalDate, { description: 'A day on which banks settle, with the lead time before it.' })
  collectionOn: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day that was asked for, when it had to be moved.' })
  movedFrom: string | null;

  @Field(() => LocalDate, { description: 'The first day that the lead time leaves.' })
  earliestOn: string;

  @Field(() => Int, { description: 'Days on which banks settle, between the file and the collection.' })
  leadDays: number;

  @Field(() => String, { nullable: true, description: "The creditor's name as the file has it." })
  creditorInFile: string | null;

  @Field(() => Boolean, { description: "The file spells the creditor's name in another way." })
  isCreditorRespelled: boolean;

  @Field(() => PreflightSums)
  included: PreflightSums;

  @Field(() => PreflightSums)
  blocked: PreflightSums;

  @Field(() => [BlockedSums])
  blockedBy: BlockedSums[];

  @Field(() => CountAndTotal)
  unusual: CountAndTotal;

  @Field(() => Int, { description: 'Included members whose name the file spells in another way.' })
  respelledCount: number;

  @Field(() => Int, {
    description: 'Lines that would be settled against credit of the same member, without collecting.',
  })
  offsetLineCount: number;

  @Field(() => CollectionCandidatePage)
  candidates: CollectionCandidatePage;
}
