import { Field, ID, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Role } from '../staff/employee.entity.ts';
import { EmployeeRecord } from './employee-record.type.ts';
import { EmployeeInvitation } from './invitation.entity.ts';

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class InviteEmployeePayload {
  @Field(() => EmployeeInvitation)
  invitation: EmployeeInvitation;

  @Field(() => String, { description: 'The link, shown this once: nobody can look it up later.' })
  url: string;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class EmployeeInvitationRevokedPayload {
  @Field(() => ID)
  revokedId: string;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class EmployeeRecordPayload {
  @Field(() => EmployeeRecord)
  employee: EmployeeRecord;
}

@Audience('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'What somebody is shown who opens the link of an invitation.' })
export class InvitationBehindLink {
  @Field(() => String)
  gymName: string;

  @Field(() => String)
  firstName: string;

  @Field(() => String)
  email: string;

  @Field(() => Role)
  role: Role;

  @Field(() => DateTime)
  expiresAt: Date;

  @Field(() => Boolean, { description: 'There is an account with this e-mail: its password is asked, not a new one.' })
  hasAccount: boolean;
}
