// A set of direct debits that goes to the bank as one pain.008 file, and the debits in it.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { pageOf } from '../../graphql/page.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { PainVersion } from '../payment-settings/payment-settings.type.ts';
import { Employee } from '../staff/employee.entity.ts';

export enum PaymentBatchState {
  DRAFT = 'DRAFT',
  EXPORTED = 'EXPORTED',
  SUBMITTED = 'SUBMITTED',
  SETTLED = 'SETTLED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(PaymentBatchState, {
  name: 'PaymentBatchState',
  description: 'EXPORTED: the file was made. SUBMITTED: the bank has it. SETTLED: the money is there.',
});

export enum PaymentBatchPermission {
  EXPORT = 'EXPORT',
  SUBMIT = 'SUBMIT',
  SETTLE = 'SETTLE',
  CANCEL = 'CANCEL',
  RETURN = 'RETURN',
}
registerEnumType(PaymentBatchPermission, {
  name: 'PaymentBatchPermission',
  description: 'What can be done with a batch now. EXPORT: get the file. RETURN: enter that a collection came back.',
});

export enum CollectionState {
  PENDING = 'PENDING',
  PAID = 'PAID',
  RETURNED = 'RETURNED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(CollectionState, { name: 'CollectionState' });

export enum SequenceType {
  RCUR = 'RCUR',
  OOFF = 'OOFF',
}
registerEnumType(SequenceType, {
  name: 'SequenceType',
  description: 'RCUR: of a mandate for recurring collections. OOFF: of one for a single collection.',
});

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'How many, and what they come to.' })
export class CountAndTotal {
  @Field(() => Int)
  count: number;

  @Field(() => Money)
  total: Money;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'The member that lines belong to, as lists of payments name them.' })
export class PayingMember {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  fullName: string;

  @Field(() => Int)
  memberNumber: number;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'A purchase line as a batch collects it.' })
export class CollectedLine {
  @Field(() => ID)
  purchaseId: string;

  @Field(() => String)
  description: string;

  @Field(() => DateTime)
  purchasedAt: string;

  @Field(() => Money, { description: 'Negative on a counter-line.' })
  amount: Money;
}

@Audience('ADMIN')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One direct debit: all lines of a member in a batch.',
})
export class Collection implements Node {
  id: string;

  @Field(() => Int, { description: 'Its place in the file, from 1.' })
  position: number;

  @Field(() => String, { description: 'What banks know it by, unique for ever.' })
  endToEndId: string;

  @Field(() => SequenceType)
  sequenceType: SequenceType;

  @Field(() => CollectionState)
  state: CollectionState;

  @Field(() => Money)
  amount: Money;

  @Field(() => PayingMember)
  member: PayingMember;

  @Field(() => String, { description: 'Whose account it is, as the file spells it.' })
  holder: string;

  @Field(() => String)
  maskedIban: string;

  @Field(() => String)
  mandateReference: string;

  @Field(() => Boolean, { description: 'The file tells the bank that the mandate has moved to another account.' })
  isAmended: boolean;

  @Field(() => String, { description: 'What the member reads on the bank statement.' })
  remittance: string;

  @Field(() => [CollectedLine])
  lines: CollectedLine[];

  @Field(() => String, { nullable: true, description: "The bank's code, such as AM04." })
  returnReason: string | null;

  @Field(() => DateTime, { nullable: true })
  returnedAt: string | null;
}

export const CollectionPage = pageOf('Collection', () => Collection);
export type CollectionPage = InstanceType<typeof CollectionPage>;

@Audience('ADMIN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class PaymentBatch implements Node {
  id: string;

  @Field(() => Int, { description: 'In the gym, from 1.' })
  number: number;

  @Field(() => PaymentBatchState)
  state: PaymentBatchState;

  @Field(() => LocalDate, { description: 'It holds lines up to and including this day.' })
  untilOn: string;

  @Field(() => LocalDate, { description: 'When the bank is asked to collect.' })
  collectionOn: string;

  @Field(() => LocalDate, { description: 'The last day on which the bank can have the file, by the lead time.' })
  submitBy: string;

  @Field(() => PainVersion)
  painVersion: PainVersion;

  @Field(() => String, { description: 'What the bank knows the file by.' })
  messageId: string;

  @Field(() => String)
  creditorName: string;

  @Field(() => String)
  creditorId: string;

  @Field(() => String)
  creditorMaskedIban: string;

  @Field(() => Money, { description: 'Of all collections, as the file has it.' })
  total: Money;

  @Field(() => Int)
  collectionCount: number;

  @Field(() => Int)
  lineCount: number;

  @Field(() => CountAndTotal)
  returned: CountAndTotal;

  @Field(() => Int, { description: 'Lines that it settled against credit of the same member, without collecting.' })
  offsetLineCount: number;

  @Field(() => DateTime)
  createdAt: string;

  @Field(() => Employee, { nullable: true })
  createdBy: Employee | null;

  @Field(() => DateTime, { nullable: true })
  exportedAt: string | null;

  @Field(() => DateTime, { nullable: true })
  submittedAt: string | null;

  @Field(() => DateTime, { nullable: true })
  settledAt: string | null;

  @Field(() => DateTime, { nullable: true })
  cancelledAt: string | null;

  @Field(() => String, { nullable: true, description: "The bank's code, when it refused the whole file." })
  rejectedReason: string | null;

  @Field(() => String, { description: 'Where the file is to be had (GET), once it was exported.' })
  fileUrl: string;
}

export const PaymentBatchPage = pageOf('PaymentBatch', () => PaymentBatch);
export type PaymentBatchPage = InstanceType<typeof PaymentBatchPage>;
