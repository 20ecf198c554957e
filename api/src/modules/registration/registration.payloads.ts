import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { Member } from '../member/member.entity.ts';
import { Purchase } from '../purchase/purchase.type.ts';
import { Registration, RegistrationRefusalCode } from '../visit/registration.type.ts';
import { Session } from '../visit/session.type.ts';
import { WaitingListEntry } from './waiting-list-entry.type.ts';

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class MemberRegistered {
  @Field(() => Registration)
  registration: Registration;

  @Field(() => Session)
  session: Session;

  @Field(() => Member)
  member: Member;

  @Field(() => Purchase, { nullable: true, description: 'Of a single session.' })
  purchase: Purchase | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class RegistrationRefusal {
  @Field(() => RegistrationRefusalCode)
  code: RegistrationRefusalCode;

  @Field(() => Int, {
    nullable: true,
    description: 'WEEK_LIMIT_REACHED: the sessions a week. NO_CREDITS_LEFT: the credits bought.',
  })
  limit: number | null;

  @Field(() => String, { nullable: true, description: 'Of the subscription that the reason is about.' })
  subscriptionTypeName: string | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true, description: 'Nothing was changed.' })
export class RegistrationRefused {
  @Field(() => [RegistrationRefusal], { description: 'Never empty.' })
  reasons: RegistrationRefusal[];

  @Field(() => Boolean, { description: 'The viewer may register them all the same, with a reason.' })
  canOverride: boolean;

  @Field(() => Boolean, { description: 'That it is full is all that stands in the way.' })
  canJoinWaitingList: boolean;

  @Field(() => Money, {
    nullable: true,
    description:
      'What one session costs, where paying for it would take away what the subscriptions stand in the way of.',
  })
  singleSessionPrice: Money | null;

  @Field(() => Session)
  session: Session;

  @Field(() => Member)
  member: Member;
}

export const RegisterMemberResult = createUnionType({
  name: 'RegisterMemberResult',
  types: () => [MemberRegistered, RegistrationRefused] as const,
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class CancelRegistrationPayload {
  @Field(() => Registration)
  registration: Registration;

  @Field(() => Session)
  session: Session;

  @Field(() => Member)
  member: Member;

  @Field(() => [Registration], { description: 'Of those who moved up from the waiting list.' })
  movedUp: Registration[];

  @Field(() => Purchase, {
    nullable: true,
    description: 'Of the single session: taken back while it was open, else left to be corrected.',
  })
  purchase: Purchase | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class WaitingListJoined {
  @Field(() => WaitingListEntry)
  entry: WaitingListEntry;

  @Field(() => Session)
  session: Session;
}

export const JoinWaitingListResult = createUnionType({
  name: 'JoinWaitingListResult',
  types: () => [WaitingListJoined, RegistrationRefused] as const,
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class WaitingListPayload {
  @Field(() => Session)
  session: Session;
}

export enum AttendanceOutcome {
  APPLIED = 'APPLIED',
  SUPERSEDED = 'SUPERSEDED',
  REGISTRATION_CANCELLED = 'REGISTRATION_CANCELLED',
  SESSION_CANCELLED = 'SESSION_CANCELLED',
  TOO_EARLY = 'TOO_EARLY',
  CLOCK_AHEAD = 'CLOCK_AHEAD',
}
registerEnumType(AttendanceOutcome, {
  name: 'AttendanceOutcome',
  description:
    'APPLIED: also when it is sent again. SUPERSEDED: somebody marked it later than this. TOO_EARLY: the session is on a later day. CLOCK_AHEAD: it was marked more than five minutes from now.',
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class AttendanceMarkResult {
  @Field(() => ID)
  registrationId: string;

  @Field(() => AttendanceOutcome)
  outcome: AttendanceOutcome;

  @Field(() => Registration, { description: 'As it is now.' })
  registration: Registration;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class MarkAttendancePayload {
  @Field(() => Session)
  session: Session;

  @Field(() => [AttendanceMarkResult], { description: 'In the order in which they were sent.' })
  marks: AttendanceMarkResult[];
}
