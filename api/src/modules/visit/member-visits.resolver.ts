// The branch that visits add to Member.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { PageInput } from '../../graphql/page.ts';
import { Member } from '../member/member.entity.ts';
import { RegistrationPage } from './registration.type.ts';
import { registrations, visitStatistics } from './visit.branches.ts';
import { VisitStatistics } from './visit-statistics.type.ts';

@Resolver(() => Member)
export class MemberVisitsResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => VisitStatistics, { nullable: true })
  visitStatistics(@Root() member: Member, @Ctx() context: Context): VisitStatistics | Promise<VisitStatistics> {
    return context.branches.branch(visitStatistics, member);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => RegistrationPage, {
    nullable: true,
    description: 'The session history, latest first; sessions to come included.',
  })
  registrations(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() page: PageInput,
  ): RegistrationPage | Promise<RegistrationPage> {
    return context.branches.branch(registrations, member, page);
  }
}
