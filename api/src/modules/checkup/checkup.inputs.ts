import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Member } from '../member/member.entity.ts';
import { Checkup } from './checkup.entity.ts';

@InputType()
export class PlanCheckupInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  memberId: string;

  @Field(() => LocalDate)
  on: string;

  @Field(() => String, { description: "HH:MM on the gym's clock." })
  at: string;

  @Field(() => ID, { nullable: true, description: 'Absent or null: the linked employee.' })
  employeeId?: string | null;
}

@InputType()
export class MoveCheckupInput {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDate)
  on: string;

  @Field(() => String, { description: "HH:MM on the gym's clock." })
  at: string;
}

@InputType()
export class CheckupIdInput {
  @Field(() => ID)
  id: string;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class CheckupPayload {
  @Field(() => Checkup)
  checkup: Checkup;

  @Field(() => Member)
  member: Member;
}
