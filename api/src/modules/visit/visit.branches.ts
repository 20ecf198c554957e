// What visits add to a member, as SQL over the member's row (m) and gym (g); $2 is now.
import { defineBranch } from '../../graphql/branch.ts';
import { offsetOf } from '../../graphql/page.ts';
import type { PageInput } from '../../graphql/page.ts';
import { jsonList } from '../../database/json-sql.ts';
import { memberParent } from '../member/member.entity.ts';
import { registrationJson } from './registration.type.ts';
import type { Registration, RegistrationPage } from './registration.type.ts';
import { visitFigures } from './visit-statistics.ts';
import type { VisitHistory } from './visit-statistics.ts';
import type { VisitStatistics } from './visit-statistics.type.ts';

interface StatisticsJson extends VisitHistory {
  lastVisit: Registration | null;
  nextRegistration: Registration | null;
}

const ofMember =
  'from registration r join session s on s.gym_id = r.gym_id and s.id = r.session_id where r.gym_id = m.gym_id and r.member_id = m.id';

// The week is cut in the gym's time zone: Monday 00:30 in Amsterdam is still Sunday in UTC.
const visitsByWeek = `select coalesce(json_object_agg(w.week, w.visits), '{}'::json) from (
  select date_trunc('week', r.starts_at at time zone g.time_zone)::date as week, count(*) as visits
    from registration r
   where r.gym_id = m.gym_id and r.member_id = m.id and r.status = 'ATTENDED'
     and r.starts_at >= (date_trunc('week', $2::timestamptz at time zone g.time_zone)
       - make_interval(weeks => greatest(12, g.trend_recent_weeks + g.trend_earlier_weeks))) at time zone g.time_zone
   group by 1) w`;

export const visitStatistics = defineBranch<VisitStatistics>({
  parent: memberParent,
  field: 'visitStatistics',
  sql: (_, asked) => `select json_build_object(
    'today', ($2::timestamptz at time zone g.time_zone)::date,
    'countedFrom', (select min(s.starts_on) from subscription s where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null),
    'visitsByWeek', (${visitsByWeek}),
    'trend', json_build_object('recentWeeks', g.trend_recent_weeks, 'earlierWeeks', g.trend_earlier_weeks,
      'minimumVisits', g.trend_minimum_visits, 'minimumPercent', g.trend_minimum_percent),
    'lastVisit', (select ${registrationJson('r', 's', asked)} ${ofMember} and r.status = 'ATTENDED' order by r.starts_at desc limit 1),
    'nextRegistration', (select ${registrationJson('r', 's', asked)} ${ofMember} and r.status = 'REGISTERED'
      and r.starts_at > $2::timestamptz and s.cancelled_at is null order by r.starts_at limit 1))`,
  read: (json: StatisticsJson) => ({
    ...visitFigures(json),
    countedFrom: json.countedFrom,
    lastVisit: json.lastVisit,
    nextRegistration: json.nextRegistration,
  }),
});

export const registrations = defineBranch<RegistrationPage, PageInput>({
  parent: memberParent,
  field: 'registrations',
  params: (args) => [args.pageSize, offsetOf(args)],
  sql: ([limit, offset], asked) => `select json_build_object(
    'items', ${jsonList(`select ${registrationJson('r', 's', asked)} as j ${ofMember} order by r.starts_at desc, r.id desc limit ${limit} offset ${offset}`)},
    'totalCount', ${asked('totalCount') ? `(select count(*) from registration r where r.gym_id = m.gym_id and r.member_id = m.id)` : '0'})`,
  read: (json: Pick<RegistrationPage, 'items' | 'totalCount'>, _, { page, pageSize }) => ({ ...json, page, pageSize }),
});
