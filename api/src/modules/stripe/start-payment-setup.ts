// A page on which a member leaves a payment method for later, as QR code: what a new subscription needs first.
import { idFor } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { CheckoutRefusal, CheckoutStarted } from './checkout.type.ts';
import type { CheckoutRefused } from './checkout.type.ts';
import { getChangedCheckout } from './get-checkout.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import { openCheckout } from './open-checkout.ts';
import { CHECKOUT_MINUTES, newShortCode, refusedCheckout } from './start-checkout.ts';
import type { StartPaymentSetupInput } from './stripe.inputs.ts';
import { lockMember } from './lock-member.ts';

export async function startPaymentSetup(
  context: Context,
  input: StartPaymentSetupInput,
): Promise<CheckoutStarted | CheckoutRefused> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.PURCHASE);
  const id = idFor(input.id);
  const side = stripeOf(context);
  const account = side && (await connectedAccount(side));
  const now = context.clock.now();
  const { checkoutId, isNew } = await context.db.write(async (em) => {
    const memberId = await lockMember(em, input.memberId);
    const [there] = await em.execute<{ id: string; member_id: string; kind: string }[]>(
      `select id, member_id, kind from checkout
        where id = ? or (member_id = ? and kind = 'SETUP' and ended_at is null) order by id = ? desc limit 1`,
      [id, memberId, id],
    );
    if (there && (there.member_id !== memberId || there.kind !== 'SETUP'))
      throw new UserInputError('id', 'ID_REUSED', 'This id belongs to another checkout.');
    if (there) return { checkoutId: there.id, isNew: false };
    if (!account?.chargesEnabled) return { checkoutId: null, isNew: false };
    await em.execute(
      `insert into checkout (gym_id, id, member_id, stripe_account_id, kind, short_code, status, amount_cents, currency, created_at, created_by, expires_at)
       select g.id, ?, ?, ?, 'SETUP', ?, 'STARTING', 0, g.currency, ?, ?, ? from gym g`,
      [
        id,
        memberId,
        account.id,
        newShortCode(),
        now,
        viewer.employeeId,
        new Date(now.getTime() + CHECKOUT_MINUTES * 60_000),
      ],
    );
    return { checkoutId: id, isNew: true };
  });
  if (!checkoutId) return refusedCheckout(CheckoutRefusal.NOT_CONNECTED);
  if (isNew && side && account) await openCheckout(side, account, checkoutId);
  const checkout = await getChangedCheckout(context, checkoutId);
  return Object.assign(new CheckoutStarted(), {
    checkout,
    member: await getChangedMember(context, checkout.memberId),
  });
}
