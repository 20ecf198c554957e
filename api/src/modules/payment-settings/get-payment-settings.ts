// Reads what the viewer's gym collects with; where nothing was set, the defaults hold.
import { aboutCreditorIban } from '../../database/iban.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import type { PaymentSettings } from './payment-settings.type.ts';
import { standardMandateText } from './standard-mandate-text.ts';

interface Read extends Omit<PaymentSettings, 'mandateText' | 'creditorIban'> {
  locale: string;
  mandateText: PaymentSettings['mandateText'] | null;
}

const openLines = (methods: string): string => `(select json_build_object('count', count(*), 'total',
    json_build_object('amountCents', coalesce(sum(p.total_cents), 0), 'currency', g.currency))
  from purchase p where p.gym_id = g.id and p.status in ('OPEN', 'PENDING', 'FAILED', 'RETURNED') and p.payment_method in (${methods}))`;

const statement = `select s.creditor_iban_sealed as sealed, json_build_object(
    'locale', g.locale, 'collection', g.payment_collection, 'creditorName', s.creditor_name, 'creditorId', s.creditor_id,
    'creditorBic', s.creditor_bic,
    'isCreditorComplete', s.creditor_name is not null and s.creditor_id is not null and s.creditor_iban_sealed is not null,
    'leadDays', coalesce(s.lead_days, 2), 'painVersion', coalesce(s.pain_version, 'PAIN_008_001_08'),
    'collectionDay', coalesce(s.collection_day, 1),
    'subscriptionVatRatePercent', coalesce(s.subscription_vat_rate_bp, 900) / 100.0,
    'shopVatRatePercent', coalesce(s.shop_vat_rate_bp, 900) / 100.0,
    'unusualAmount', json_build_object('amountCents', coalesce(s.unusual_amount_cents, 25000), 'currency', g.currency),
    'mandateText', (select json_build_object('version', t.version, 'text', t.text, 'createdAt', t.created_at)
       from mandate_text t where t.gym_id = g.id order by t.version desc limit 1),
    'openOnAccount', ${openLines(`'ACCOUNT'`)}, 'openAtStripe', ${openLines(`'STRIPE_INVOICE', 'STRIPE_CHECKOUT'`)}) as read
  from gym g left join payment_settings s on s.gym_id = g.id`;

export async function getPaymentSettings(context: Context): Promise<PaymentSettings> {
  const { gymId } = signedIn(context);
  const [row] = await context.db.rows<{ sealed: Buffer | null; read: Read }>(statement, [], {
    name: 'get_payment_settings',
  });
  if (!row) throw new Error('The viewer has no gym.');
  const { locale, mandateText, ...settings } = row.read;
  return {
    ...settings,
    creditorIban: row.sealed && context.secrets.open(row.sealed, aboutCreditorIban(gymId)),
    mandateText: mandateText ?? { version: 0, text: standardMandateText(locale), createdAt: null },
  };
}
