// Adds up a month, and months side by side.
import { jsonList } from '../../database/json-sql.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { addMonths, firstOfMonth } from '../gym/calendar-day.ts';
import { dayOf } from '../gym/gym-day.ts';
import { monthOf } from './revenue-month.ts';
import { countedLines, revenueSum } from './revenue-sql.ts';
import type { RevenueMonth, RevenueMonthSum } from './revenue.type.ts';

const month = `with line as materialized (${countedLines})
  select json_build_object(
    'sum', (select ${revenueSum} from line),
    'corrections', (select ${revenueSum} from line where corrects_purchase_id is not null),
    'kinds', ${jsonList(`select json_build_object('kind', kind, 'sum', ${revenueSum}) as j from line group by kind order by kind`)},
    'vatRates', ${jsonList(`select json_build_object('vatRatePercent', vat_rate_bp / 100.0, 'sum', ${revenueSum}) as j
      from line group by vat_rate_bp order by vat_rate_bp`)}) as revenue`;

export async function getRevenueMonth(context: Context, day: string): Promise<RevenueMonth> {
  const { startsOn, from, until } = monthOf(day, signedIn(context).timeZone);
  const [row] = await context.db.rows<{ revenue: Omit<RevenueMonth, 'monthStartsOn'> }>(month, [from, until], {
    name: 'revenue_month',
  });
  if (!row) throw new Error('A sum without a row.');
  return { monthStartsOn: startsOn, ...row.revenue };
}

const months = `with line as (select *, date_trunc('month', purchased_at at time zone $3)::date as month from (${countedLines}) counted),
  month as (select month, ${revenueSum} as sum from line group by month)
  select to_char(asked.month, 'YYYY-MM-DD') as "monthStartsOn", coalesce(month.sum, (select ${revenueSum} from line where false)) as sum
    from unnest($4::date[]) asked (month) left join month using (month) order by asked.month`;

/** The last so many months, the current one last; each is there, also without a line. */
export async function getRevenueMonths(context: Context, count: number): Promise<RevenueMonthSum[]> {
  const { timeZone } = signedIn(context);
  const first = addMonths(firstOfMonth(dayOf(context.clock.now(), timeZone)), 1 - count);
  const { from, until } = monthOf(first, timeZone, count);
  const starts = Array.from({ length: count }, (_, index) => addMonths(first, index));
  return context.db.rows<RevenueMonthSum>(months, [from, until, timeZone, starts], { name: 'revenue_months' });
}
