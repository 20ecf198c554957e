// A direct debit that came back is something for the linked employee to act on: told once, however often it is imported.
import type { EntityManager } from '@mikro-orm/postgresql';
import { collectionsReturned } from '../payment-batch/payment-batch.events.ts';
import type { CollectionReturned } from '../payment-batch/payment-batch.events.ts';

const texts = {
  nl: {
    returned: (amount: string, reason: string) => `Incasso van ${amount} is teruggekomen (${reason}).`,
    blocked: 'Met dit mandaat wordt niet meer geïncasseerd tot het is hersteld.',
  },
  en: {
    returned: (amount: string, reason: string) => `The direct debit of ${amount} came back (${reason}).`,
    blocked: 'This mandate is not collected with until it is mended.',
  },
};

collectionsReturned.on(notifyOfReturns);

async function notifyOfReturns(em: EntityManager, returned: readonly CollectionReturned[]): Promise<void> {
  if (returned.length === 0) return;
  const [gym] = await em.execute<{ locale: 'nl' | 'en' }[]>('select locale from gym');
  const locale = gym?.locale ?? 'nl';
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const { returned: sentence, blocked } = texts[locale];
  const rows = returned.map(({ memberId, endToEndId, amountCents, reason, blocksMandate, at }) => ({
    member_id: memberId,
    occurrence: endToEndId,
    message: [sentence(money.format(amountCents / 100), reason), blocksMandate && blocked].filter(Boolean).join(' '),
    at,
  }));
  await em.execute(
    `insert into notification (gym_id, member_id, kind, message, due_on, occurrence, created_at)
     select g.id, r.member_id, 'PAYMENT_FAILED', r.message, (r.at at time zone g.time_zone)::date, r.occurrence, r.at
       from gym g, jsonb_to_recordset(?::jsonb) r (member_id uuid, occurrence text, message text, at timestamptz)
      where not exists (select from notification_rule o where o.rule = 'PAYMENT_FAILED' and not o.is_on)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
