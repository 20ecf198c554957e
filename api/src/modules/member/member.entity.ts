// A customer of the gym, with the contact details that the member keeps. Knows no other module: each adds its own branch.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Contact } from './contact.type.ts';

export enum MemberStatus {
  ACTIVE = 'ACTIVE',
  PENDING = 'PENDING',
  FORMER = 'FORMER',
  PROSPECT = 'PROSPECT',
}
registerEnumType(MemberStatus, {
  name: 'MemberStatus',
  description:
    'ACTIVE: a subscription runs today. PENDING: one starts later. FORMER: all have ended. PROSPECT: never had one.',
});

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'member' })
export class Member implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Field(() => Int)
  @Property({ type: 'integer' })
  memberNumber: number;

  @Field(() => String)
  @Property({ type: 'string' })
  firstName: string;

  @Field(() => String, { description: 'First name, particle and last name, as people write them.' })
  @Property({ type: 'string', persist: false })
  fullName: string;

  @Field(() => LocalDate, { nullable: true })
  @Property({ type: 'date', nullable: true })
  birthDate: string | null;

  @Field(() => LocalDate)
  @Property({ type: 'date' })
  joinedOn: string;

  @Field(() => Contact, { description: 'Kept by the member; staff do not edit it.' })
  contact: Contact;

  @Property({ type: 'uuid', nullable: true })
  employeeId: string | null;
}

export const memberParent: Parent<Member> = {
  typeName: 'Member',
  type: Member,
  from: 'from member m join gym g on g.id = m.gym_id',
  isBrief: true,
  base: `json_build_object(
    'id', m.id, 'memberNumber', m.member_number, 'firstName', m.first_name, 'fullName', m.full_name,
    'birthDate', m.birth_date, 'joinedOn', m.joined_on, 'employeeId', m.employee_id,
    'contact', json_build_object('email', m.email, 'phone', m.phone,
      'address', case when coalesce(m.street, m.postal_code, m.city) is not null then json_build_object(
        'street', m.street, 'houseNumber', m.house_number, 'postalCode', m.postal_code, 'city', m.city, 'country', m.country) end,
      'formattedAddress', nullif(concat_ws(E'\\n', nullif(concat_ws(' ', m.street, m.house_number), ''),
        nullif(concat_ws('  ', m.postal_code, m.city), '')), '')))`,
};
