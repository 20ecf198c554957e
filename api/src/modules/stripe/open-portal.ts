// A link to Stripe's page where a member changes what they pay with and sees their invoices.
import { randomUUID } from 'node:crypto';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { isUuid } from '../../database/uuid.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { told } from './connect-account.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import type { StripeLinkPayload } from './stripe-settings.type.ts';
import type { StripeMemberInput } from './stripe.inputs.ts';

export async function openStripePortal(context: Context, { memberId }: StripeMemberInput): Promise<StripeLinkPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_PAYMENTS);
  const [member] = isUuid(memberId)
    ? await context.db.rows<{ customer: string | null }>(
        `select c.customer_id as customer from member m
           left join stripe_customer c on c.gym_id = m.gym_id and c.member_id = m.id and c.is_current where m.id = $1`,
        [memberId],
      )
    : [];
  if (!member) throw new NotFoundError('There is no such member.');
  const side = stripeOf(context);
  const account = side && (await connectedAccount(side));
  const { customer } = member;
  if (!account || !customer)
    throw new UserInputError('memberId', 'NOT_AT_STRIPE', 'Stripe does not know this member yet.');
  const page = await told(() => account.stripe.portal.open(randomUUID(), customer, `${context.publicUrl}/app`));
  return { url: page.url };
}
