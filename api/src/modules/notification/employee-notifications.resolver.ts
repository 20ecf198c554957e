// The branch that notifications add to Employee: what this person has to act on.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Employee } from '../staff/employee.entity.ts';
import { employeeNotifications } from './employee-notifications.branches.ts';
import { Notification } from './notification.entity.ts';

@Resolver(() => Employee)
export class EmployeeNotificationsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [Notification], {
    nullable: true,
    description:
      'Open ones of the members linked to this employee, and those given to them; due or to come within a week, not snoozed; the earliest due first, at most 100.',
  })
  openNotifications(@Root() employee: Employee, @Ctx() context: Context): Notification[] | Promise<Notification[]> {
    return context.branches.branch(employeeNotifications, employee);
  }
}
