// The branches that checklists add to Member and Employee.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { Employee } from '../staff/employee.entity.ts';
import { employeeChecklists, memberChecklists } from './checklist.branches.ts';
import { Checklist } from './checklist.entity.ts';

@Resolver(() => Member)
export class MemberChecklistsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [Checklist], {
    nullable: true,
    description: 'Open ones first, then those closed in the last 14 days.',
  })
  checklists(@Root() member: Member, @Ctx() context: Context): Checklist[] | Promise<Checklist[]> {
    return context.branches.branch(memberChecklists, member);
  }
}

@Resolver(() => Employee)
export class EmployeeChecklistsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [Checklist], {
    nullable: true,
    description:
      'Open ones of the members linked to this employee, and those given to them; the longest waiting first, at most 100.',
  })
  checklists(@Root() employee: Employee, @Ctx() context: Context): Checklist[] | Promise<Checklist[]> {
    return context.branches.branch(employeeChecklists, employee);
  }
}
