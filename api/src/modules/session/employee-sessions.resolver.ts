// The branch that sessions add to Employee.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { wholeOf } from '../../graphql/number-input.ts';
import { Employee } from '../staff/employee.entity.ts';
import { Session } from '../visit/session.type.ts';
import { employeeSessions } from './employee-sessions.branches.ts';
import { EmployeeSessionsArgs } from './session.inputs.ts';

@Resolver(() => Employee)
export class EmployeeSessionsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [Session], {
    nullable: true,
    description: 'Those that they are responsible for, earliest first; cancelled ones too, marked.',
  })
  sessions(
    @Root() employee: Employee,
    @Ctx() context: Context,
    @Args() args: EmployeeSessionsArgs,
  ): Session[] | Promise<Session[]> {
    wholeOf('days', args.days, 1, 31);
    return context.branches.branch(employeeSessions, employee, args);
  }
}
