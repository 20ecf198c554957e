// Reads how the gym stands with Stripe. What is sealed is not even selected.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { Permission } from '../account/viewer.type.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { StripeMode, StripeState } from './stripe-settings.type.ts';
import type { StripeDifference, StripeSettings } from './stripe-settings.type.ts';

type Row = Omit<StripeSettings, 'state' | 'mode' | 'isEmulated' | 'webhookUrl'> & {
  gymId: string;
  accountMode: StripeMode | null;
};

export const webhookUrlOf = ({ publicUrl }: Pick<Context, 'publicUrl'>, gymId: string): string =>
  `${publicUrl}/webhooks/stripe/${gymId}`;

export async function getStripeSettings(context: Context): Promise<StripeSettings> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const [row] = await context.db.rows<Row>(
    `select g.id as "gymId", a.mode as "accountMode", a.account_id as "accountId", coalesce(a.charges_enabled, false) as "chargesEnabled",
            coalesce(a.payouts_enabled, false) as "payoutsEnabled", coalesce(a.details_submitted, false) as "detailsSubmitted",
            coalesce(a.requirements, '{}') as requirements, a.disabled_reason as "disabledReason", a.checked_at as "checkedAt",
            a.webhook_secret_set_at as "webhookSecretSetAt", a.reconciled_at as "reconciledAt",
            (select max(e.received_at) from stripe_event e where e.gym_id = g.id) as "lastEventAt",
            (select count(*)::int from stripe_event e where e.gym_id = g.id and e.processed_at is null and e.attempts > 0) as "waitingEvents"
       from gym g left join stripe_account a on a.gym_id = g.id and a.disconnected_at is null`,
    [],
    { name: 'stripe_settings' },
  );
  if (!row) throw new Error('The viewer has no gym.');
  const { gymId, accountMode, ...settings } = row;
  const mode = context.stripe ? StripeMode[context.stripe.mode] : null;
  return {
    ...settings,
    mode,
    isEmulated: context.stripe?.isStandIn ?? false,
    state: stateOf(mode, accountMode, settings),
    webhookUrl: webhookUrlOf(context, gymId),
    differences: await openDifferences(context),
  };
}

function stateOf(
  mode: StripeMode | null,
  accountMode: StripeMode | null,
  { accountId, chargesEnabled }: Pick<Row, 'accountId' | 'chargesEnabled'>,
): StripeState {
  if (!mode) return StripeState.UNAVAILABLE;
  if (!accountId || accountMode !== mode) return StripeState.NOT_CONNECTED;
  return chargesEnabled ? StripeState.CONNECTED : StripeState.INCOMPLETE;
}

async function openDifferences(context: Context): Promise<StripeDifference[]> {
  const money = (cents: string) =>
    `case when ${cents} is not null then json_build_object('amountCents', ${cents}, 'currency', d.currency) end`;
  const rows = await context.db.rows<{ difference: StripeDifference }>(
    `select json_build_object('id', d.id, 'kind', d.kind, 'objectId', d.object_id, 'memberId', d.member_id, 'memberName', m.full_name,
        'description', p.description, 'ours', ${money('d.ours_cents')}, 'theirs', ${money('d.theirs_cents')}, 'foundAt', d.found_at) as difference
       from stripe_difference d left join member m on m.gym_id = d.gym_id and m.id = d.member_id
       left join purchase p on p.gym_id = d.gym_id and p.id = d.purchase_id
      where d.resolved_at is null order by d.found_at desc, d.id limit 200`,
    [],
    { name: 'stripe_differences' },
  );
  return rows.map((row) => row.difference);
}
