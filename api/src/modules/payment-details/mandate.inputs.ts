import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Member } from '../member/member.entity.ts';
import { Mandate, SigningMethod } from './mandate.entity.ts';

@InputType()
export class SignMandateInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  memberId: string;

  @Field(() => String, { description: 'Whose account it is; 1 to 70 characters.' })
  holder: string;

  @Field(() => String, { description: 'Blanks and case do not matter.' })
  iban: string;

  @Field(() => LocalDate, { description: 'Today or before.' })
  signedOn: string;

  @Field(() => SigningMethod)
  signedHow: SigningMethod;

  @Field(() => String, {
    nullable: true,
    description: 'At most 35 characters of the SEPA set. Absent: the member number and a count, such as 1024-1.',
  })
  reference?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of an imported mandate: when it was last collected with, by whatever program.',
  })
  lastUsedOn?: string | null;
}

@InputType()
export class AmendMandateInput {
  @Field(() => ID, { description: 'The mandate in force.' })
  mandateId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Of the row it continues in, a UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => String)
  iban: string;

  @Field(() => String, { nullable: true, description: 'Absent: as it was.' })
  holder?: string | null;

  @Field(() => SigningMethod, { description: 'How the member asked for it.' })
  signedHow: SigningMethod;
}

@InputType()
export class RevokeMandateInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  reason: string;
}

@InputType()
export class MandateIdInput {
  @Field(() => ID)
  id: string;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class MandatePayload {
  @Field(() => Mandate)
  mandate: Mandate;

  @Field(() => Member)
  member: Member;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class RevealedIban {
  @Field(() => String, { description: 'In groups of four.' })
  iban: string;
}
