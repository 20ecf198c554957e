// The branch that check-ups add to Member.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { nextCheckup, previousCheckup } from './checkup.branches.ts';
import { Checkup } from './checkup.entity.ts';

@Resolver(() => Member)
export class MemberCheckupsResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => Checkup, { nullable: true, description: 'The latest that is over.' })
  previousCheckup(@Root() member: Member, @Ctx() context: Context): Checkup | null | Promise<Checkup | null> {
    return context.branches.branch(previousCheckup, member);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => Checkup, { nullable: true, description: 'The one ahead.' })
  nextCheckup(@Root() member: Member, @Ctx() context: Context): Checkup | null | Promise<Checkup | null> {
    return context.branches.branch(nextCheckup, member);
  }
}
