// A rate changes today: what is on offer has the new one from here on. Contracts that run need nothing, they are charged by the
// change itself (subscription/vat-rate.ts).
import type { EntityManager } from '@mikro-orm/postgresql';

/** A day after the other, when several have come since; safe to run again. */
export async function applyVatChanges(em: EntityManager, now: Date): Promise<void> {
  let applied: object[];
  do applied = await em.execute<object[]>(applyFirstDay, [now, now]);
  while (applied.length > 0);
}

// In one statement, so that two rates that change on one day do not change one into the other.
const applyFirstDay = `with due as (update vat_change v set applied_at = ? from gym g
    where g.id = v.gym_id and v.applied_at is null and v.withdrawn_at is null
      and v.starts_on <= (?::timestamptz at time zone g.time_zone)::date
      and v.starts_on = (select min(o.starts_on) from vat_change o where o.gym_id = v.gym_id and o.applied_at is null and o.withdrawn_at is null)
    returning v.gym_id, v.from_rate_bp, v.to_rate_bp),
  types as (update subscription_type t set vat_rate_bp = d.to_rate_bp from due d
    where t.gym_id = d.gym_id and t.vat_rate_bp = d.from_rate_bp),
  sessions as (update session_type t set single_session_vat_rate_bp = d.to_rate_bp from due d
    where t.gym_id = d.gym_id and t.single_session_vat_rate_bp = d.from_rate_bp),
  suggested as (update payment_settings s set subscription_vat_rate_bp = d.to_rate_bp from due d
    where s.gym_id = d.gym_id and s.subscription_vat_rate_bp = d.from_rate_bp)
  select from_rate_bp from due`;
