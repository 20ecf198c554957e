import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { getMemberPage } from './get-member-page.ts';
import { MemberPage } from './member-page.type.ts';
import { MembersArgs, MemberSearchArgs } from './member-search.inputs.ts';
import { searchMembers } from './search-members.ts';

@Resolver()
export class MemberSearchResolver {
  @Audience('STAFF')
  @Query(() => [Member], { description: 'The likeliest first; accents and a typo do not matter. Former members last.' })
  memberSearch(
    @Ctx() context: Context,
    @Args() args: MemberSearchArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Member[]> {
    return searchMembers(context, args, { info });
  }

  @Audience('STAFF')
  @Query(() => MemberPage)
  members(@Ctx() context: Context, @Args() args: MembersArgs, @Info() info: GraphQLResolveInfo): Promise<MemberPage> {
    return getMemberPage(context, args, { info, path: ['items'] });
  }
}
