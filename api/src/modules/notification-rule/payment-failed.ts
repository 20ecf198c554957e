// A payment failed, or came back. Lines of one collection that the bank returned are one occurrence, the same that
// notifications hear of at once when the return is told.
import { sentenceSql, sentenceText } from './rule-sentence.ts';
import type { Sentence } from './rule-sentence.ts';
import { dayLiteral, dayOfInstant, idOf, startOfDay } from './rule-sql.ts';
import type { Rule, RuleLocale } from './rule.ts';
import { NotificationRuleName } from './rule.type.ts';

const sentences: Record<'failed' | 'returned', Sentence> = {
  failed: { nl: 'Betaling van {amount} is mislukt ({reason}).', en: 'The payment of {amount} failed ({reason}).' },
  returned: {
    nl: 'Betaling van {amount} is teruggekomen ({reason}).',
    en: 'The payment of {amount} came back ({reason}).',
  },
};

export const paymentFailed: Rule = {
  name: NotificationRuleName.PAYMENT_FAILED,
  // A return was told before there were rules.
  isOnAtFirst: true,
  parameters: [],
  sql: ({ gymId, today, locale }) => {
    const values = { amount: amountSql(locale), reason: `coalesce(f.reason, '-')` };
    return {
      withs: `failed as materialized (
        select p.member_id, coalesce(t.reference, p.id::text) as occurrence, sum(p.total_cents) as cents,
               max(p.currency) as currency, max(p.status_reason) as reason, max(p.status) as status
          from purchase p
          left join lateral (select t.reference from payment t
             where p.status = 'RETURNED' and t.gym_id = p.gym_id and t.purchase_id = p.id and t.kind in ('RETURN', 'DISPUTE')
             order by t.happened_at desc, t.id desc limit 1) t on true
         where p.gym_id = ${idOf(gymId)} and p.status in ('FAILED', 'RETURNED') group by 1, 2),`,
      holds: `select f.member_id, f.occurrence, ${dayLiteral(today)} as due_on, true as makes,
          case f.status when 'FAILED' then ${sentenceSql(sentences.failed, locale, values)}
            else ${sentenceSql(sentences.returned, locale, values)} end as message
        from failed f`,
      closedReason: `'PAID'`,
    };
  },
  example: ({ locale }) =>
    sentenceText(sentences.returned, locale, { amount: locale === 'nl' ? '€ 79,50' : '€79.50', reason: 'AM04' }),
  replay: (facts, fromOn) => {
    const { gymId, today } = facts;
    const [from, until] = [startOfDay(facts, dayLiteral(fromOn)), startOfDay(facts, `${dayLiteral(today)} + 1`)];
    return `select distinct on (t.member_id, t.reference) t.member_id, ${dayOfInstant(facts, 't.happened_at')} as made_on
        from payment t where t.gym_id = ${idOf(gymId)} and t.kind in ('RETURN', 'DISPUTE')
         and t.happened_at >= ${from} and t.happened_at < ${until}
      union all
      select l.member_id, ${dayOfInstant(facts, 'min(l.happened_at)')} from audit_log l
       where l.gym_id = ${idOf(gymId)} and l.subject = 'purchase' and l.action = 'UPDATE' and l.after ->> 'status' = 'FAILED'
         and l.happened_at >= ${from} and l.happened_at < ${until} group by l.member_id, l.subject_id`;
  },
};

function amountSql(locale: RuleLocale): string {
  const [sign, code] = locale === 'nl' ? ['€ ', ' '] : ['€', ' '];
  const number = `to_char(f.cents / 100.0, 'FM999999990.00')`;
  return `case f.currency when 'EUR' then '${sign}' else f.currency || '${code}' end
    || ${locale === 'nl' ? `replace(${number}, '.', ',')` : number}`;
}
