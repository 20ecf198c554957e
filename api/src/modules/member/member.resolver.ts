import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getMember } from './get-member.ts';
import { Member } from './member.entity.ts';
import { MemberPermission, memberPermissions } from './member.policy.ts';

@Resolver(() => Member)
export class MemberResolver {
  @Audience('SIGNED_IN')
  @Query(() => Member, { nullable: true, description: 'Null when there is no such member, or not for you.' })
  member(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Member | null> {
    return getMember(context, id, { info });
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => [MemberPermission], { description: 'What the viewer may do with this member.' })
  permissions(@Ctx() context: Context): MemberPermission[] {
    return memberPermissions(signedIn(context));
  }
}
