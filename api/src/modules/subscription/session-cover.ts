// Whether a member's subscriptions pay for a session, beside all the sessions that they pay for already; and if not, why.
// Read under the lock of the member: nobody else registers them meanwhile.
import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonList } from '../../database/json-sql.ts';
import { RegistrationRefusalCode } from '../visit/registration.type.ts';
import { canBePaid, walletsJson } from './credits-left.ts';

/** A reason, and which subscription it is about. */
export interface CoverRefusal {
  code: RegistrationRefusalCode;
  /** Sessions a week, or credits. */
  limit: number | null;
  subscriptionTypeName: string | null;
}

/** A subscription that runs on the day of the session. */
export interface Running {
  typeName: string;
  isOnce: boolean;
  limit: number | null;
  includesType: boolean;
  includesCalendar: boolean;
}

interface Cover {
  running: Running[];
  wallets: { limits: Record<string, number>; uses: string[][]; asked: number | null };
}

const includes = (table: string, column: string): string =>
  `exists (select from ${table} i where i.gym_id = s.gym_id and i.subscription_id = s.id and i.${column} = x.${column})`;

const coverSql = `select json_build_object(
  'running', ${jsonList(`select json_build_object('typeName', t.name, 'isOnce', s.billing = 'ONCE', 'limit', s.session_limit,
      'includesType', ${includes('subscription_session_type', 'session_type_id')},
      'includesCalendar', ${includes('subscription_calendar', 'calendar_id')}) as j
    from subscription s join subscription_type t on t.gym_id = s.gym_id and t.id = s.subscription_type_id
    where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null
      and (x.starts_at at time zone g.time_zone)::date between s.starts_on and coalesce(s.ends_on, 'infinity')
    order by s.starts_on, s.id`)},
  'wallets', ${walletsJson('x')}) as cover
  from member m join gym g on g.id = m.gym_id join session x on x.gym_id = m.gym_id
 where m.id = ? and x.id = ?`;

/** Empty when they pay for it. */
export async function coverRefusals(
  em: EntityManager,
  { memberId, sessionId }: { memberId: string; sessionId: string },
): Promise<CoverRefusal[]> {
  const [row] = await em.execute<{ cover: Cover }[]>(coverSql, [memberId, sessionId]);
  if (!row) throw new Error('The member or the session is gone.');
  const { running, wallets } = row.cover;
  const { asked } = wallets;
  const limits = new Map(Object.entries(wallets.limits));
  return refusalsOf(running, () => asked !== null && canBePaid({ limits, uses: wallets.uses }, asked));
}

/** Pure. The nearest miss is told: which would do but for its limit, else but for the calendar, else but for the type. */
export function refusalsOf(running: readonly Running[], isLeft: () => boolean): CoverRefusal[] {
  const { NO_SUBSCRIPTION, TYPE_NOT_INCLUDED, CALENDAR_NOT_INCLUDED, WEEK_LIMIT_REACHED, NO_CREDITS_LEFT } =
    RegistrationRefusalCode;
  const [first] = running;
  if (!first) return [{ code: NO_SUBSCRIPTION, limit: null, subscriptionTypeName: null }];
  const miss = (code: RegistrationRefusalCode, { typeName }: Running, limit: number | null = null) => [
    { code, limit, subscriptionTypeName: typeName },
  ];
  const ofType = running.filter((it) => it.includesType);
  if (!ofType[0]) return miss(TYPE_NOT_INCLUDED, first);
  const access = ofType.filter((it) => it.includesCalendar);
  if (access.length === 0) return miss(CALENDAR_NOT_INCLUDED, ofType[0]);
  if (access.some((it) => it.limit === null) || isLeft()) return [];
  return access.flatMap((it) => miss(it.isOnce ? NO_CREDITS_LEFT : WEEK_LIMIT_REACHED, it, it.limit));
}
