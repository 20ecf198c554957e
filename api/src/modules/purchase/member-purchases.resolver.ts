// The branch that purchases add to Member.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { ConnectionInput } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { Money } from '../../graphql/money.ts';
import { Member } from '../member/member.entity.ts';
import { outstandingAmount, outstandingBasis, purchases } from './purchase.branches.ts';
import { OutstandingBasis, PurchaseConnection } from './purchase.type.ts';

@Resolver(() => Member)
export class MemberPurchasesResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => Money, {
    nullable: true,
    description: "Unpaid, not cancelled purchases of the current month in the gym's time zone.",
  })
  outstandingAmount(@Root() member: Member, @Ctx() context: Context): Money | Promise<Money> {
    return context.branches.branch(outstandingAmount, member);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => OutstandingBasis, { nullable: true })
  outstandingBasis(@Root() member: Member, @Ctx() context: Context): OutstandingBasis | Promise<OutstandingBasis> {
    return context.branches.branch(outstandingBasis, member);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => PurchaseConnection, { nullable: true, description: 'All purchases, latest first.' })
  purchases(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() page: ConnectionInput,
  ): PurchaseConnection | Promise<PurchaseConnection> {
    return context.branches.branch(purchases, member, page);
  }
}
