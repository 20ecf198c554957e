// A member's permission for SEPA direct debit. Moved to another account it is a new row under the same reference; the rows
// before it stay as they were signed.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Asked } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';

export enum MandateStatus {
  ACTIVE = 'ACTIVE',
  REVOKED = 'REVOKED',
  BLOCKED = 'BLOCKED',
  LAPSED = 'LAPSED',
  REPLACED = 'REPLACED',
}
registerEnumType(MandateStatus, {
  name: 'MandateStatus',
  description:
    'BLOCKED: the bank said that it cannot be collected with, until the member moves it to another account or signs a new one. LAPSED: nothing was collected with it for 36 months. REPLACED: the member moved to another account, which another row of the same reference holds.',
});

export enum SigningMethod {
  PAPER = 'PAPER',
  DESK = 'DESK',
  APP = 'APP',
  IMPORT = 'IMPORT',
}
registerEnumType(SigningMethod, {
  name: 'SigningMethod',
  description: 'How it was signed. IMPORT: elsewhere, before the gym worked with Spotter.',
});

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'mandate' })
export class Mandate implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  memberId: string;

  @Field(() => String, { description: 'What the bank knows it by; unique in the gym, for ever.' })
  @Property({ type: 'string' })
  reference: string;

  @Field(() => String, { description: 'Whose account it is.' })
  @Property({ type: 'string' })
  holder: string;

  @Property({ type: 'blob', lazy: true })
  ibanSealed: Buffer;

  @Field(() => String, { description: '`NL91 •••• •••• •• 4300`' })
  @Property({ type: 'string' })
  maskedIban: string;

  @Property({ type: 'string' })
  ibanCountry: string;

  @Field(() => LocalDate)
  @Property({ type: 'date' })
  signedOn: string;

  @Field(() => SigningMethod)
  @Property({ type: 'string' })
  signedHow: SigningMethod;

  @Field(() => Int, { description: "The version of the text that was signed; 0 is Spotter's own." })
  @Property({ type: 'integer' })
  textVersion: number;

  @Field(() => DateTime, { description: 'When it was entered here.' })
  @Property({ type: 'datetime' })
  recordedAt: Date;

  @Property({ type: 'uuid', nullable: true, fieldName: 'recorded_by' })
  recordedById: string | null;

  @Audience('STAFF')
  @Field(() => Employee, { nullable: true })
  recordedBy: Employee | null;

  @Field(() => MandateStatus)
  status: MandateStatus;

  @Field(() => LocalDate, { nullable: true, description: 'The last collection from this account.' })
  @Property({ type: 'date', nullable: true })
  lastUsedOn: string | null;

  /** 36 months are counted from here: the day of the signature, or of the last collection, also from an earlier account. */
  @Property({ type: 'date' })
  countsFrom: string;

  @Field(() => LocalDate, {
    description: 'From this day on it can no longer be collected with, unless it is used before.',
  })
  lapsesOn: string;

  @Property({ type: 'uuid', nullable: true })
  replacesMandateId: string | null;

  /** The row whose account the bank knows it by: told with the first collection from this one. */
  @Property({ type: 'uuid', nullable: true })
  originalMandateId: string | null;

  @Property({ type: 'datetime', nullable: true })
  replacedAt: Date | null;

  /** The bank said that it cannot be collected with: told by its status and the reason. */
  @Property({ type: 'datetime', nullable: true })
  blockedAt: Date | null;

  @Audience('STAFF')
  @Field(() => String, { nullable: true, description: "The bank's code (MD01, AC04) for why it is blocked." })
  @Property({ type: 'string', nullable: true })
  blockedReason: string | null;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null;

  @Property({ type: 'uuid', nullable: true, fieldName: 'revoked_by' })
  revokedById: string | null;

  @Audience('STAFF')
  @Field(() => String, { nullable: true })
  @Property({ type: 'string', nullable: true })
  revokedReason: string | null;
}

/** The status of a mandate d of gym g at the instant `now`, as SQL. */
export const mandateStatus = (now: string): string => `case when d.revoked_at is not null then 'REVOKED'
  when d.replaced_at is not null then 'REPLACED'
  when d.blocked_at is not null then 'BLOCKED'
  when (d.counts_from + interval '36 months')::date <= (${now} at time zone g.time_zone)::date then 'LAPSED' else 'ACTIVE' end`;

/** From a mandate d of gym g; $2 is now. */
export const mandateJson = (
  asked: Asked = () => true,
): string => `json_build_object('id', d.id, 'memberId', d.member_id, 'reference', d.reference, 'holder', d.holder,
  'maskedIban', d.masked_iban, 'signedOn', d.signed_on, 'signedHow', d.signed_how, 'textVersion', d.text_version,
  'recordedAt', d.recorded_at, 'status', ${mandateStatus('$2::timestamptz')}, 'lastUsedOn', d.last_used_on,
  'lapsesOn', (d.counts_from + interval '36 months')::date, 'blockedReason', d.blocked_reason, 'revokedAt', d.revoked_at, 'revokedReason', d.revoked_reason
  ${asked('recordedBy') ? `, 'recordedBy', (select ${employeeJson('e')} from employee e where e.gym_id = d.gym_id and e.id = d.recorded_by)` : ''})`;

/** Which of the mandates d of member m counts: the one in force, else the latest. */
export const latestMandate = (select: string): string => `(select ${select} from mandate d
  where d.gym_id = m.gym_id and d.member_id = m.id and d.replaced_at is null
  order by d.revoked_at is null desc, d.revoked_at desc, d.id desc limit 1)`;
