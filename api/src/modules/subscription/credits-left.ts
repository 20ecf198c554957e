// What sessions are paid from: the credits of what was bought once, and the sessions a week of what recurs. They are paid for
// in the order in which they start, each from the first that gives access to it and has any left. Pure, but for the SQL.

/**
 * `limits`: credits, or sessions a week, by the subscription's id. `uses`: for each session, in order, what may pay for it,
 * the first choice in front: a subscription for its credits, or a subscription and a week ("id 2026-03-02").
 */
interface Wallets {
  limits: ReadonlyMap<string, number>;
  uses: readonly (readonly string[])[];
}

/** Credits left by id. A session that nothing can pay for is nobody's. */
export const creditsLeft = (limits: Wallets['limits'], uses: Wallets['uses']): Map<string, number> =>
  settle({ limits, uses }).left;

/** Whether the session at this place among the uses can be paid for, beside all the others that are. */
export function canBePaid({ limits, uses }: Wallets, place: number): boolean {
  const others = uses.filter((_, index) => index !== place);
  return settle({ limits, uses }).paid > settle({ limits, uses: others }).paid;
}

function settle({ limits, uses }: Wallets): { left: Map<string, number>; paid: number } {
  const left = new Map(limits);
  const leftOf = (wallet: string) => left.get(wallet) ?? limits.get(wallet.split(' ', 1)[0] ?? '') ?? 0;
  let paid = 0;
  for (const wallets of uses) {
    const wallet = wallets.find((it) => leftOf(it) > 0);
    if (wallet === undefined) continue;
    left.set(wallet, leftOf(wallet) - 1);
    paid += 1;
  }
  return { left, paid };
}

const isHeld = (s: string): string => `${s}.gym_id = m.gym_id and ${s}.member_id = m.id and ${s}.voided_at is null`;
const isLimited = (s: string): string => `${isHeld(s)} and ${s}.session_limit is not null`;
const weekOf = (instant: string): string => `date_trunc('week', ${instant} at time zone g.time_zone)`;

const registered = (
  since: string,
): string => `select r.starts_at, r.id, x.session_type_id, x.calendar_id, false as is_asked
  from registration r join session x on x.gym_id = r.gym_id and x.id = r.session_id and x.starts_at = r.starts_at
 where r.gym_id = m.gym_id and r.member_id = m.id and r.status <> 'CANCELLED' and r.paid_with = 'SUBSCRIPTION'
   and x.cancelled_at is null and r.starts_at >= ${since} at time zone g.time_zone`;

/** From the week in which the first card began: before that no credit can have been used. */
const firstCard = `date_trunc('week', (select min(s.starts_on) from subscription s where ${isLimited('s')} and s.billing = 'ONCE')::timestamp)`;

/**
 * SQL over member m and gym g: the wallets as JSON. With an SQL alias of a session, that session is among the uses as if the
 * member were in it; `asked` is its place, null when nothing is limited that could pay for it.
 */
export function walletsJson(session?: string): string {
  const uses = session
    ? `${registered(`least(${firstCard}, ${weekOf(`${session}.starts_at`)})`)}
       union all select ${session}.starts_at, ${session}.id, ${session}.session_type_id, ${session}.calendar_id, true`
    : registered(firstCard);
  return `(select json_build_object(
  'limits', (select coalesce(json_object_agg(s.id, s.session_limit), '{}') from subscription s where ${isLimited('s')}),
  'uses', coalesce(json_agg(w.wallets order by w.starts_at, w.id), '[]'),
  'asked', min(w.place) filter (where w.is_asked))
  from (select u.starts_at, u.id, u.is_asked, p.wallets, row_number() over (order by u.starts_at, u.id) - 1 as place
    from (${uses}) u
    cross join lateral (select (u.starts_at at time zone g.time_zone)::date as day) d
    cross join lateral (
      select json_agg(s.id || case when s.billing = 'ONCE' then '' else ' ' || ${weekOf('u.starts_at')}::date end
        order by s.billing = 'ONCE', s.ends_on nulls last, s.starts_on, s.id) as wallets
        from subscription s where ${isLimited('s')} and ${givesAccess('s')}) p
   where p.wallets is not null
     and not exists (select from subscription s where ${isHeld('s')} and s.session_limit is null and ${givesAccess('s')})) w)`;
}

function givesAccess(s: string): string {
  const includes = (table: string, column: string): string =>
    `exists (select from ${table} i where i.gym_id = ${s}.gym_id and i.subscription_id = ${s}.id and i.${column} = u.${column})`;
  return `d.day >= ${s}.starts_on and (${s}.ends_on is null or d.day <= ${s}.ends_on)
    and ${includes('subscription_session_type', 'session_type_id')} and ${includes('subscription_calendar', 'calendar_id')}`;
}
