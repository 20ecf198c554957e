// The branches that purchases add to Member.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Money } from '../../graphql/money.ts';
import { Member } from '../member/member.entity.ts';
import { PaymentMethod } from '../payment-details/payment-method.type.ts';
import { PurchasesInput } from './purchase-filter.inputs.ts';
import {
  outstandingAmount,
  outstandingBasis,
  outstandingByMonth,
  purchaseMethod,
  purchases,
} from './purchase.branches.ts';
import { OutstandingBasis, OutstandingMonth, PurchaseConnection } from './purchase.type.ts';

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
  @FieldResolver(() => [OutstandingMonth], {
    nullable: true,
    description: 'The months that have unpaid, not cancelled purchases, latest first.',
  })
  outstandingByMonth(
    @Root() member: Member,
    @Ctx() context: Context,
  ): OutstandingMonth[] | Promise<OutstandingMonth[]> {
    return context.branches.branch(outstandingByMonth, member);
  }

  @Audience('STAFF')
  @FieldResolver(() => PaymentMethod, {
    nullable: true,
    description: 'How something that this member buys now will be paid.',
  })
  purchaseMethod(@Root() member: Member, @Ctx() context: Context): PaymentMethod | Promise<PaymentMethod> {
    return context.branches.branch(purchaseMethod, member);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => PurchaseConnection, { nullable: true, description: 'All purchases, latest first.' })
  purchases(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() args: PurchasesInput,
  ): PurchaseConnection | Promise<PurchaseConnection> {
    return context.branches.branch(purchases, member, args);
  }
}
