// The branch that payment details add to Member.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { paymentDetails } from './payment-details.branches.ts';
import { PaymentDetails } from './payment-details.type.ts';

@Resolver(() => Member)
export class MemberPaymentDetailsResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => PaymentDetails, { nullable: true, description: 'How this member pays.' })
  paymentDetails(@Root() member: Member, @Ctx() context: Context): PaymentDetails | Promise<PaymentDetails> {
    return context.branches.branch(paymentDetails, member);
  }
}
