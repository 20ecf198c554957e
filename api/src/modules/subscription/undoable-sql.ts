// When the change that made a subscription, or its cancellation, can still be taken back: as SQL, for verb and field alike.

/** A change (c) of gym g that was made on the day `today`. */
export const isMadeToday = (c: string, g: string, today: string): string =>
  `(${c}.created_at at time zone ${g}.time_zone)::date = ${today}`;

/** Nobody was asked for money for the lines of a change (c), nor for those of the subscription (s) that it made. */
const hasOpenLines = (c: string, s: string): string => `not exists (
  select from purchase l where l.gym_id = ${s}.gym_id and l.member_id = ${s}.member_id
    and l.status not in ('OPEN', 'CANCELLED') and (l.id = any (${c}.purchase_ids) or (${c}.kind <> 'CANCEL' and l.subscription_id = ${s}.id)))`;

/** Of subscription s in gym g on the day `today`. */
export const isUndoable = (today: string): string => `(
  s.voided_at is null and (s.ends_on is null or s.ends_on >= ${today})
  and not exists (select from subscription r where r.gym_id = s.gym_id and r.replaces_subscription_id = s.id and r.voided_at is null)
  and case
    when s.cancelled_at is not null then not exists (
      select from subscription_change c where c.gym_id = s.gym_id and c.subscription_id = s.id and c.kind = 'CANCEL'
        and c.undone_at is null and not ${hasOpenLines('c', 's')})
    when s.starts_on > ${today} then not exists (
      select from purchase l where l.gym_id = s.gym_id and l.subscription_id = s.id and l.status not in ('OPEN', 'CANCELLED'))
    else exists (
      select from subscription_change c where c.gym_id = s.gym_id and c.new_subscription_id = s.id and c.undone_at is null
        and ${isMadeToday('c', 'g', today)} and ${hasOpenLines('c', 's')}) end)`;
