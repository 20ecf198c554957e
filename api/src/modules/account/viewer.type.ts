// Who is signed in, as the graph shows it.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Gym } from '../gym/gym.type.ts';
import { Member } from '../member/member.entity.ts';
import { Employee } from '../staff/employee.entity.ts';

export enum ViewerKind {
  EMPLOYEE = 'EMPLOYEE',
  MEMBER = 'MEMBER',
}
registerEnumType(ViewerKind, { name: 'ViewerKind' });

export enum Locale {
  NL = 'NL',
  EN = 'EN',
}
registerEnumType(Locale, { name: 'Locale' });

export enum Permission {
  READ_MEMBERS = 'READ_MEMBERS',
  WRITE_MEMBERS = 'WRITE_MEMBERS',
  MANAGE_TAGS = 'MANAGE_TAGS',
  PLAN_SESSIONS = 'PLAN_SESSIONS',
  MANAGE_API_TOKENS = 'MANAGE_API_TOKENS',
  MANAGE_SUBSCRIPTIONS = 'MANAGE_SUBSCRIPTIONS',
  MANAGE_SETTINGS = 'MANAGE_SETTINGS',
  MANAGE_PAYMENTS = 'MANAGE_PAYMENTS',
  MANAGE_EMPLOYEES = 'MANAGE_EMPLOYEES',
}
registerEnumType(Permission, { name: 'Permission' });

@Audience('SIGNED_IN')
@ObjectType('Viewer', { simpleResolvers: true, description: 'Who is signed in: an employee or a member of one gym.' })
export class ViewerType {
  @Field(() => ID)
  id: string;

  @Field(() => ViewerKind)
  kind: ViewerKind;

  @Field(() => Employee, { nullable: true })
  employee: Employee | null;

  @Field(() => Member, { nullable: true })
  member: Member | null;

  @Field(() => Gym)
  gym: Gym;

  @Field(() => Locale)
  locale: Locale;

  @Field(() => [Permission])
  permissions: Permission[];
}
