// An employee as Admins keep them: who may sign in, as what, and what they have in hand.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Role } from '../staff/employee.entity.ts';

@Audience('ADMIN')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'An employee as Admins keep them.' })
export class EmployeeRecord implements Node {
  @Field(() => ID, { description: 'That of the employee.' })
  id: string;

  @Field(() => String)
  firstName: string;

  @Field(() => String)
  lastName: string;

  @Field(() => String)
  fullName: string;

  @Field(() => String)
  email: string;

  @Field(() => Role)
  role: Role;

  @Field(() => Boolean, { description: 'No longer works here.' })
  isArchived: boolean;

  @Field(() => DateTime, { nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'Has an account. Who has none can be invited.' })
  hasAccount: boolean;

  @Field(() => Boolean, { description: 'Of the Admins who can sign in there is no other: stays one.' })
  isLastAdmin: boolean;

  @Field(() => Int, { description: 'Members linked.' })
  memberCount: number;

  @Field(() => Int, { description: 'Open notifications, check-ups to come and open checklists.' })
  openWorkCount: number;
}
