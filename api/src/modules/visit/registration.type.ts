// A member's place in a session. A visit is an ATTENDED one.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { jsonObject } from '../../database/json-sql.ts';
import { Audience } from '../../graphql/audience.ts';
import type { Asked, Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { pageOf } from '../../graphql/page.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { purchaseJson } from '../purchase/purchase-json.ts';
import { Purchase } from '../purchase/purchase.type.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';
import { Session, sessionJson } from './session.type.ts';

export enum RegistrationStatus {
  REGISTERED = 'REGISTERED',
  ATTENDED = 'ATTENDED',
  NO_SHOW = 'NO_SHOW',
  CANCELLED = 'CANCELLED',
}
registerEnumType(RegistrationStatus, {
  name: 'RegistrationStatus',
  description: 'ATTENDED is a visit; a NO_SHOW is not.',
});

export enum RegistrationPayment {
  SUBSCRIPTION = 'SUBSCRIPTION',
  SINGLE_SESSION = 'SINGLE_SESSION',
  NOTHING = 'NOTHING',
}
registerEnumType(RegistrationPayment, {
  name: 'RegistrationPayment',
  description: 'NOTHING: an Admin let the member in though no subscription pays for it.',
});

/** Why a member cannot be registered, or cannot wait for a place. */
export enum RegistrationRefusalCode {
  FULL = 'FULL',
  ALREADY_REGISTERED = 'ALREADY_REGISTERED',
  ALREADY_WAITING = 'ALREADY_WAITING',
  NOT_FULL = 'NOT_FULL',
  SESSION_CANCELLED = 'SESSION_CANCELLED',
  SESSION_OVER = 'SESSION_OVER',
  NO_SUBSCRIPTION = 'NO_SUBSCRIPTION',
  TYPE_NOT_INCLUDED = 'TYPE_NOT_INCLUDED',
  CALENDAR_NOT_INCLUDED = 'CALENDAR_NOT_INCLUDED',
  WEEK_LIMIT_REACHED = 'WEEK_LIMIT_REACHED',
  NO_CREDITS_LEFT = 'NO_CREDITS_LEFT',
  NOT_SOLD_BY_SESSION = 'NOT_SOLD_BY_SESSION',
}
registerEnumType(RegistrationRefusalCode, {
  name: 'RegistrationRefusalCode',
  description:
    "NO_SUBSCRIPTION: none runs on the day of the session. WEEK_LIMIT_REACHED: counted over the session's ISO week. NOT_FULL: register instead of waiting.",
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true, description: 'That an Admin let a member in though the rules said no.' })
export class RegistrationOverride {
  @Field(() => String)
  reason: string;

  @Field(() => [RegistrationRefusalCode], { description: 'What the rules said.' })
  refusals: RegistrationRefusalCode[];

  @Field(() => Employee, { nullable: true })
  employee: Employee | null;
}

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Registration implements Node {
  id: string;

  @Field(() => RegistrationStatus)
  status: RegistrationStatus;

  @Field(() => DateTime)
  registeredAt: string;

  @Field(() => RegistrationPayment)
  paidWith: RegistrationPayment;

  @Audience('STAFF')
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last marked present or no-show, by the clock of the device.',
  })
  markedAt: string | null;

  @Audience('STAFF')
  @Field(() => Boolean, {
    nullable: true,
    description: 'It is the first session of this member: nothing was attended or is planned before it.',
  })
  isFirstSession: boolean;

  @Audience('STAFF')
  @Field(() => RegistrationOverride, { nullable: true, description: 'Null: nobody had to let them in.' })
  override: RegistrationOverride | null;

  @Field(() => Purchase, { nullable: true, description: 'Of a single session.' })
  purchase: Purchase | null;

  @Field(() => Session)
  session: Session;

  memberId: string;
}

export const RegistrationPage = pageOf('Registration', () => Registration);
export type RegistrationPage = InstanceType<typeof RegistrationPage>;

const override = (r: string): string => `(select json_build_object('reason', o.reason, 'refusals', o.refusals,
    'employee', (select ${employeeJson('e')} from employee e where e.gym_id = o.gym_id and e.id = o.employee_id))
  from registration_override o where o.gym_id = ${r}.gym_id and o.registration_id = ${r}.id)`;

/** What was planned and then forgotten to be marked was no visit. */
const isFirstSession = (r: string): string => `${r}.status in ('REGISTERED', 'ATTENDED') and not exists (
  select from registration f join session fs on fs.gym_id = f.gym_id and fs.id = f.session_id
   where f.gym_id = ${r}.gym_id and f.member_id = ${r}.member_id and f.starts_at < ${r}.starts_at
     and (f.status = 'ATTENDED' or f.status = 'REGISTERED' and f.starts_at > $2::timestamptz and fs.cancelled_at is null))`;

/** What was taken back counts only when nothing was bought since. */
const purchase = (r: string, asked: Asked): string => `case when ${r}.paid_with = 'SINGLE_SESSION' then (
  select ${purchaseJson(asked)} from purchase p
   where p.gym_id = ${r}.gym_id and p.session_id = ${r}.session_id and p.member_id = ${r}.member_id
     and p.kind = 'SINGLE_SESSION' and p.corrects_purchase_id is null
   order by p.status = 'CANCELLED', p.purchased_at desc, p.id limit 1) end`;

/** From a registration r and its session s, in a branch: $2 is now. */
export const registrationJson = (r: string, s: string, asked: Asked = () => true): string =>
  jsonObject(
    {
      id: `${r}.id`,
      status: `${r}.status`,
      registeredAt: `${r}.registered_at`,
      memberId: `${r}.member_id`,
      paidWith: `${r}.paid_with`,
      markedAt: `${r}.marked_at`,
      session: sessionJson(s, asked),
      isFirstSession: isFirstSession(r),
      override: override(r),
      purchase: purchase(r, asked),
    },
    asked,
    ['id', ...(asked('member') ? ['memberId'] : [])],
  );

export const registrationParent: Parent<Registration> = {
  typeName: 'Registration',
  type: Registration,
  from: 'from registration m join session s on s.gym_id = m.gym_id and s.id = m.session_id',
  base: registrationJson('m', 's'),
};
