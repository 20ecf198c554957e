import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getMember } from '../member/get-member.ts';
import { Member } from '../member/member.entity.ts';
import { Registration } from './registration.type.ts';

@Resolver(() => Registration)
export class RegistrationResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => Member, { nullable: true })
  member(
    @Root() registration: Registration,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Member | null> {
    return getMember(context, registration.memberId, { info });
  }
}
