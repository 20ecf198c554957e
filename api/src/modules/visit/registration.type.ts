// A member's place in a session. A visit is an ATTENDED one.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Asked } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { pageOf } from '../../graphql/page.ts';
import { DateTime } from '../../graphql/scalars.ts';
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

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Registration implements Node {
  id: string;

  @Field(() => RegistrationStatus)
  status: RegistrationStatus;

  @Field(() => DateTime)
  registeredAt: string;

  @Field(() => Session)
  session: Session;

  memberId: string;
}

export const RegistrationPage = pageOf('Registration', () => Registration);
export type RegistrationPage = InstanceType<typeof RegistrationPage>;

/** From a registration r and its session s. */
export const registrationJson = (r: string, s: string, asked: Asked = () => true): string => `json_build_object(
  'id', ${r}.id, 'status', ${r}.status, 'registeredAt', ${r}.registered_at, 'memberId', ${r}.member_id, 'session', ${sessionJson(s, asked)})`;
