import { Field, ID, InputType } from 'type-graphql';
import { Role } from '../staff/employee.entity.ts';

@InputType()
export class InviteEmployeeInput {
  @Field(() => ID, { nullable: true, description: 'A UUID made by the client: the same again makes no second link.' })
  id?: string | null;

  @Field(() => String, { description: '1 to 80 characters.' })
  firstName: string;

  @Field(() => String, { description: '1 to 80 characters.' })
  lastName: string;

  @Field(() => String, { description: 'What they will sign in with. Upper and lower case are the same.' })
  email: string;

  @Field(() => Role)
  role: Role;
}

@InputType()
export class EmployeeInvitationIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class AcceptEmployeeInvitationInput {
  @Field(() => String, { description: 'Of the link.' })
  secret: string;

  @Field(() => String, {
    description: 'Of the account with this e-mail; where there is none, one to choose: at least 12 characters.',
  })
  password: string;
}

@InputType()
export class ChangeEmployeeRoleInput {
  @Field(() => ID)
  id: string;

  @Field(() => Role)
  role: Role;
}

@InputType()
export class RemoveEmployeeInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also when members are linked or something is open, which then is nobody’s: hand it over first.',
  })
  leaveOpenWork: boolean;
}

@InputType()
export class EmployeeIdInput {
  @Field(() => ID)
  id: string;
}
