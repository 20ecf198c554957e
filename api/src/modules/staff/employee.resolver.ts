import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPayload } from '../member/member.payload.ts';
import { Employee } from './employee.entity.ts';
import { LinkEmployeeInput } from './employee.inputs.ts';
import { getEmployeeOf, getEmployees } from './get-employees.ts';
import { linkEmployee } from './link-employee.ts';

@Resolver()
export class EmployeeResolver {
  @Audience('STAFF')
  @Query(() => [Employee], { description: 'Everybody who works at the gym today, by name.' })
  employees(@Ctx() context: Context): Promise<Employee[]> {
    return getEmployees(context);
  }

  @Audience('STAFF')
  @Query(() => Employee, {
    nullable: true,
    description: "Absent id: the viewer's own. Null when there is nobody with this id; who left is found too.",
  })
  employee(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true }) id: string | null = null,
  ): Promise<Employee | null> {
    return getEmployeeOf(context, id, { info });
  }

  @Audience('STAFF')
  @Mutation(() => MemberPayload, { description: 'Links the employee who looks after a member, or nobody.' })
  linkEmployee(@Ctx() context: Context, @Arg('input') input: LinkEmployeeInput): Promise<MemberPayload> {
    return linkEmployee(context, input);
  }
}
