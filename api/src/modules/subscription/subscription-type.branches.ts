// What belongs to a subscription type (m) of gym g; $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { calendarJson } from '../visit/calendar.entity.ts';
import type { Calendar } from '../visit/calendar.entity.ts';
import { sessionTypeJson } from '../visit/session-type.entity.ts';
import type { SessionType } from '../visit/session-type.entity.ts';
import { subscriptionTypeParent } from './subscription-type.entity.ts';

const parent = subscriptionTypeParent;

export const includedSessionTypes = defineBranch<SessionType[]>({
  parent,
  field: 'sessionTypes',
  sql: () =>
    jsonList(`select ${sessionTypeJson('t')} as j from subscription_type_session_type i
      join session_type t on t.gym_id = i.gym_id and t.id = i.session_type_id
      where i.gym_id = m.gym_id and i.subscription_type_id = m.id order by fold(t.name), t.id`),
});

export const includedCalendars = defineBranch<Calendar[]>({
  parent,
  field: 'calendars',
  sql: () =>
    jsonList(`select ${calendarJson('c')} as j from subscription_type_calendar i
      join calendar c on c.gym_id = i.gym_id and c.id = i.calendar_id
      where i.gym_id = m.gym_id and i.subscription_type_id = m.id order by fold(c.name), c.id`),
});

export const subscriptionCount = defineBranch<number>({
  parent,
  field: 'subscriptionCount',
  sql: () => `select to_json(count(*)) from subscription s
    where s.gym_id = m.gym_id and s.subscription_type_id = m.id and s.voided_at is null
      and (s.ends_on is null or s.ends_on >= ($2::timestamptz at time zone g.time_zone)::date)`,
});

export const isUsed = defineBranch<boolean>({
  parent,
  field: 'isUsed',
  sql: () =>
    `select to_json(exists (select from subscription s where s.gym_id = m.gym_id and s.subscription_type_id = m.id))`,
});
