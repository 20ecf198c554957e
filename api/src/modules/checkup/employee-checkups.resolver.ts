// The branch that check-ups add to Employee.
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getMember } from '../member/get-member.ts';
import { Member } from '../member/member.entity.ts';
import { Employee } from '../staff/employee.entity.ts';
import { dueCheckups } from './due-checkup.branches.ts';
import { DueCheckup } from './due-checkup.type.ts';

@Resolver(() => Employee)
export class EmployeeCheckupsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [DueCheckup], {
    nullable: true,
    description:
      'Planned for today or not completed in the last 14 days; then linked active members whose last is more than 90 days ago and who have none ahead. The longest ago first, at most 50.',
  })
  dueCheckups(@Root() employee: Employee, @Ctx() context: Context): DueCheckup[] | Promise<DueCheckup[]> {
    return context.branches.branch(dueCheckups, employee);
  }
}

@Resolver(() => DueCheckup)
export class DueCheckupResolver {
  @Audience('STAFF')
  @FieldResolver(() => Member, { nullable: true })
  member(@Root() due: DueCheckup, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Member | null> {
    return getMember(context, due.memberId, { info });
  }
}
