// Which credits are left of what was bought once: sessions are paid for in the order in which they start, each from the
// first of the member's cards that gives access to it and has any left. Pure.

/**
 * `limits`: credits by id of the card. `uses`: for each session, in order, the cards that give access to it, the one that
 * ends first in front. A session that no card has a credit for is nobody's.
 */
export function creditsLeft(
  limits: ReadonlyMap<string, number>,
  uses: readonly (readonly string[])[],
): Map<string, number> {
  const left = new Map(limits);
  for (const cards of uses) {
    const card = cards.find((id) => (left.get(id) ?? 0) > 0);
    if (card !== undefined) left.set(card, (left.get(card) ?? 0) - 1);
  }
  return left;
}

/** SQL over member m and gym g: the `uses` above, as JSON, and the `limits` of all cards. */
export const cardsJson = `json_build_object(
  'limits', (select coalesce(json_object_agg(s.id, s.session_limit), '{}') from subscription s where ${isCard('s')}),
  'uses', (select coalesce(json_agg(u.cards order by r.starts_at, r.id), '[]') from registration r
    join session x on x.gym_id = r.gym_id and x.id = r.session_id and x.starts_at = r.starts_at
    cross join lateral (select (r.starts_at at time zone g.time_zone)::date as day) d
    cross join lateral (select json_agg(s.id order by s.ends_on nulls last, s.starts_on, s.id) as cards
      from subscription s where ${isCard('s')} and ${givesAccess('s')}) u
    where r.gym_id = m.gym_id and r.member_id = m.id and r.status <> 'CANCELLED' and x.cancelled_at is null
      and u.cards is not null
      and r.starts_at >= (select min(s.starts_on) from subscription s where ${isCard('s')})::timestamp at time zone g.time_zone
      and not exists (select from subscription s where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null
        and s.billing <> 'ONCE' and ${givesAccess('s')})))`;

function isCard(s: string): string {
  return `${s}.gym_id = m.gym_id and ${s}.member_id = m.id and ${s}.voided_at is null and ${s}.billing = 'ONCE' and ${s}.session_limit is not null`;
}

function givesAccess(s: string): string {
  const includes = (table: string, column: string): string =>
    `exists (select from ${table} i where i.gym_id = ${s}.gym_id and i.subscription_id = ${s}.id and i.${column} = x.${column})`;
  return `d.day >= ${s}.starts_on and (${s}.ends_on is null or d.day <= ${s}.ends_on)
    and ${includes('subscription_session_type', 'session_type_id')} and ${includes('subscription_calendar', 'calendar_id')}`;
}
