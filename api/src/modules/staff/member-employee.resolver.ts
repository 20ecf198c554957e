// The linked employee: the branch that staff adds to Member. Null: nobody gets this member's notifications.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { defineBranch } from '../../graphql/branch.ts';
import type { Context } from '../../graphql/context.ts';
import { Member, memberParent } from '../member/member.entity.ts';
import { Employee, employeeJson } from './employee.entity.ts';

const linkedEmployee = defineBranch<Employee | null>({
  parent: memberParent,
  field: 'employee',
  sql: () => `select ${employeeJson('e')} from employee e where e.gym_id = m.gym_id and e.id = m.employee_id`,
});

@Resolver(() => Member)
export class MemberEmployeeResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'Who looks after this member; null: nobody, so nobody gets the notifications.',
  })
  employee(@Root() member: Member, @Ctx() context: Context): Employee | null | Promise<Employee | null> {
    return context.branches.branch(linkedEmployee, member);
  }
}
