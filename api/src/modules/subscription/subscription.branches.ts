// What subscriptions add to a member, as SQL over the member's row (m) and gym (g); $2 is now.
import { jsonList, jsonObject } from '../../database/json-sql.ts';
import { defineBranch, type Asked } from '../../graphql/branch.ts';
import { MemberStatus, memberParent } from '../member/member.entity.ts';
import { calendarJson } from '../visit/calendar.entity.ts';
import { sessionTypeJson } from '../visit/session-type.entity.ts';
import { walletsJson } from './credits-left.ts';
import { memberStatus } from './member-status.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import { subscriptionTypeJson } from './subscription-type.entity.ts';
import type { Subscription } from './subscription.type.ts';
import { isUndoable } from './undoable-sql.ts';
import { vatChangesOf } from './vat-rate.ts';

const today = `($2::timestamptz at time zone g.time_zone)::date`;

const sessionTypes = (asked: Asked) =>
  jsonList(`select ${sessionTypeJson('t', asked)} as j from subscription_session_type i
  join session_type t on t.gym_id = i.gym_id and t.id = i.session_type_id
  where i.gym_id = s.gym_id and i.subscription_id = s.id order by t.name, t.id`);

const calendars = (asked: Asked) =>
  jsonList(`select ${calendarJson('c', asked)} as j from subscription_calendar i
  join calendar c on c.gym_id = i.gym_id and c.id = i.calendar_id
  where i.gym_id = s.gym_id and i.subscription_id = s.id order by c.name, c.id`);

const cancellation = `(select json_build_object('id', c.id, 'cancelledAt', c.cancelled_at, 'endsOn', c.ends_on,
    'earliestEnd', json_build_object('endsOn', c.earliest_ends_on, 'firstTermEndsOn', c.first_term_ends_on,
      'noticeEndsOn', c.notice_ends_on, 'cancelledOn', c.cancelled_on),
    'confirmationNumber', c.confirmation_number, 'confirmation', c.confirmation)
  from subscription_cancellation c where c.gym_id = s.gym_id and c.subscription_id = s.id and c.withdrawn_at is null)`;

/** First days of the periods that have a line, as far back as one could still be missing. */
const charged = jsonList(`select p.period_starts_on as j from purchase p
  where p.gym_id = s.gym_id and p.subscription_id = s.id and p.corrects_purchase_id is null
    and p.period_starts_on >= date_trunc('month', ${today})`);

const gym = `json_build_object('today', ${today}, 'chargesFrom', g.charges_from, 'currency', g.currency, 'locale', g.locale,
  'vatChanges', ${vatChangesOf('m.gym_id')})`;

/** What is worked out after reading (`readSubscriptions`), and of what. */
const workedOut = ['nextCharge', 'earliestEnd', 'creditsLeft', 'vatRatePercent'];
const workedOutOf = [
  ...['startsOn', 'endsOn', 'status', 'price', 'type', 'billing'],
  ...['sessionLimit', 'firstTermEndsOn', 'replacesId', 'vatRateBp', 'agreedAt'],
];

const subscriptionJson = (asked: Asked): string =>
  jsonObject(
    {
      id: 's.id',
      startsOn: 's.starts_on',
      endsOn: 's.ends_on',
      cancelledAt: 's.cancelled_at',
      status: `case when s.starts_on > ${today} then 'PENDING' when s.ends_on < ${today} then 'ENDED' else 'ACTIVE' end`,
      price: `json_build_object('amountCents', s.price_cents, 'currency', s.currency)`,
      type: subscriptionTypeJson('st', asked),
      billing: 's.billing',
      sessionLimit: 's.session_limit',
      firstTermEndsOn: 's.first_term_ends_on',
      replacesId: 's.replaces_subscription_id',
      vatRateBp: 's.vat_rate_bp',
      agreedAt: 's.created_at',
      isUndoable: isUndoable(today),
      cancellation,
      charged,
      sessionTypes: sessionTypes(asked),
      calendars: calendars(asked),
    },
    asked,
    ['id', ...(workedOut.some(asked) ? workedOutOf : []), ...(asked('nextCharge') ? ['charged'] : [])],
  );

export const subscriptions = defineBranch<Subscription[]>({
  parent: memberParent,
  field: 'subscriptions',
  sql: (_, asked) => {
    const rows = jsonList(`select ${subscriptionJson(asked)} as j from subscription s
      join subscription_type st on st.gym_id = s.gym_id and st.id = s.subscription_type_id
      where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null
        and (s.ends_on is null or s.ends_on >= ${today} - interval '12 months')
      order by s.starts_on, s.id`);
    if (!workedOut.some(asked)) return rows;
    return `select json_build_object('rows', ${rows}, 'gym', ${gym} ${asked('creditsLeft') ? `, 'wallets', ${walletsJson()}` : ''})`;
  },
  read: readSubscriptions,
});

export const status = defineBranch<MemberStatus>({
  parent: memberParent,
  field: 'status',
  sql: () => `select to_json((${memberStatus('$2::timestamptz')}))`,
});
