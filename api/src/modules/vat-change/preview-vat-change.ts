// What a change of a VAT rate would come to: how many contracts, and how much more or less VAT lies within what they are charged.
import { vatWithin } from '../../database/money.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { vatChangesOf, vatRateOn } from '../subscription/vat-rate.ts';
import type { VatChange } from '../subscription/vat-rate.ts';
import { readVatTerms } from './read-vat-terms.ts';
import type { VatChangeTermsInput } from './vat-change.inputs.ts';
import type { VatChangePreview } from './vat-change.type.ts';

interface Group {
  vatRateBp: number;
  /** Null: made after every change so far. */
  agreedAt: string | null;
  priceCents: number;
  count: number;
}

interface Found {
  currency: string;
  changes: VatChange[];
  groups: Group[];
  types: number[];
  sessions: number[];
}

export async function previewVatChange(context: Context, input: VatChangeTermsInput): Promise<VatChangePreview> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const { fromBp, toBp, startsOn } = readVatTerms(context, input);
  const [found] = await context.db.rows<Found>(contractsFrom, [startsOn], { name: 'preview_vat_change' });
  if (!found) throw new Error('The viewer has no gym.');
  const { currency, changes } = found;
  // The one that is planned for the day itself is what this would be instead of.
  const earlier = changes.filter((change) => change.startsOn < startsOn);
  const has = ({ vatRateBp, agreedAt }: Pick<Group, 'vatRateBp' | 'agreedAt'>) =>
    vatRateOn({ vatRateBp, agreedAt: agreedAt ?? undefined }, startsOn, earlier) === fromBp;
  const groups = found.groups.filter(has);
  const onOffer = (rates: number[]) => rates.filter((vatRateBp) => has({ vatRateBp, agreedAt: null })).length;
  const money = (of: (group: Group) => number) => ({
    amountCents: groups.reduce((sum, group) => sum + of(group) * group.count, 0),
    currency,
  });
  return {
    contractCount: groups.reduce((sum, { count }) => sum + count, 0),
    subscriptionTypeCount: onOffer(found.types),
    sessionTypeCount: onOffer(found.sessions),
    charged: money(({ priceCents }) => priceCents),
    vatBefore: money(({ priceCents }) => vatWithin(priceCents, fromBp)),
    vatAfter: money(({ priceCents }) => vatWithin(priceCents, toBp)),
  };
}

// A month is charged when it begins; what is paid for a year or once is charged when it starts. Contracts that were made
// between the same two changes are alike.
const contractsFrom = `select g.currency, ${vatChangesOf('g.id')} as changes,
    coalesce((select json_agg(alike) from (
      select s.vat_rate_bp as "vatRateBp", s.price_cents as "priceCents", count(*)::int as count,
             case when last.applied_at is not null then min(s.created_at) end as "agreedAt"
        from subscription s
        left join lateral (select v.applied_at from vat_change v where v.gym_id = s.gym_id and v.applied_at > s.created_at
          order by v.applied_at limit 1) last on true
       where s.gym_id = g.id and s.voided_at is null and s.price_cents > 0
         and (s.starts_on >= $1::date or (s.billing = 'MONTHLY' and coalesce(s.ends_on, 'infinity')
           >= (date_trunc('month', $1::date::timestamp - interval '1 day') + interval '1 month')::date))
       group by s.vat_rate_bp, s.price_cents, last.applied_at) alike), '[]') as groups,
    array(select t.vat_rate_bp from subscription_type t where t.gym_id = g.id and t.archived_at is null) as types,
    array(select t.single_session_vat_rate_bp from session_type t where t.gym_id = g.id and t.archived_at is null
      and t.single_session_vat_rate_bp is not null and t.single_session_price_cents is not null) as sessions
  from gym g`;
