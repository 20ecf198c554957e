// What subscriptions add to a member, as SQL over the member's row (m) and gym (g); $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch, type Asked } from '../../graphql/branch.ts';
import { MemberStatus, memberParent } from '../member/member.entity.ts';
import { calendarJson } from '../visit/calendar.entity.ts';
import { sessionTypeJson } from '../visit/session-type.entity.ts';
import { memberStatus } from './member-status.ts';
import { subscriptionTypeJson } from './subscription-type.entity.ts';
import type { Subscription } from './subscription.type.ts';

const today = `($2::timestamptz at time zone g.time_zone)::date`;

const sessionTypes = jsonList(`select ${sessionTypeJson('t')} as j from subscription_session_type i
  join session_type t on t.gym_id = i.gym_id and t.id = i.session_type_id
  where i.gym_id = s.gym_id and i.subscription_id = s.id order by t.name, t.id`);

const calendars = jsonList(`select ${calendarJson('c')} as j from subscription_calendar i
  join calendar c on c.gym_id = i.gym_id and c.id = i.calendar_id
  where i.gym_id = s.gym_id and i.subscription_id = s.id order by c.name, c.id`);

const subscriptionJson = (asked: Asked): string => `json_build_object(
  'id', s.id, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'cancelledAt', s.cancelled_at,
  'status', case when s.starts_on > ${today} then 'PENDING' when s.ends_on < ${today} then 'ENDED' else 'ACTIVE' end,
  'price', json_build_object('amountCents', s.price_cents, 'currency', s.currency),
  'type', ${subscriptionTypeJson('st')}, 'billing', s.billing, 'vatRatePercent', s.vat_rate_bp / 100.0,
  'sessionLimit', s.session_limit, 'firstTermEndsOn', s.first_term_ends_on, 'replacesId', s.replaces_subscription_id,
  'isUndoable', s.starts_on > ${today} or (s.cancelled_at is not null and s.ends_on >= ${today})
  ${asked('sessionTypes') ? `, 'sessionTypes', ${sessionTypes}` : ''}
  ${asked('calendars') ? `, 'calendars', ${calendars}` : ''})`;

export const subscriptions = defineBranch<Subscription[]>({
  parent: memberParent,
  field: 'subscriptions',
  sql: (_, asked) =>
    jsonList(`select ${subscriptionJson(asked)} as j from subscription s
      join subscription_type st on st.gym_id = s.gym_id and st.id = s.subscription_type_id
      where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null
        and (s.ends_on is null or s.ends_on >= ${today} - interval '12 months')
      order by s.starts_on, s.id`),
});

export const status = defineBranch<MemberStatus>({
  parent: memberParent,
  field: 'status',
  sql: () => `select to_json((${memberStatus('$2::timestamptz')}))`,
});
