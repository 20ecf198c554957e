// The session that a verb is about, locked: registering, cancelling, moving up and planning go one after the other for one
// session. Members are locked after it, in the order of their ids, so that no two verbs wait for each other.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError } from '../../graphql/errors.ts';

export interface LockedSession {
  id: string;
  gymId: string;
  startsAt: Date;
  endsAt: Date;
  durationMinutes: number;
  places: number;
  /** Registrations that are not cancelled, those beyond the places among them. */
  taken: number;
  isCancelled: boolean;
  sessionTypeId: string;
  calendarId: string;
  employeeId: string | null;
  typeName: string;
  /** What one session costs; null: not sold by the session. */
  singlePriceCents: number | null;
  singleVatRateBp: number | null;
  currency: string;
  timeZone: string;
  locale: 'nl' | 'en';
}

const lockedSql = `select json_build_object('id', s.id, 'gymId', s.gym_id, 'startsAt', s.starts_at,
    'endsAt', s.starts_at + make_interval(mins => s.duration_minutes), 'durationMinutes', s.duration_minutes,
    'places', s.places, 'taken', s.places_taken, 'isCancelled', s.cancelled_at is not null,
    'sessionTypeId', s.session_type_id, 'calendarId', s.calendar_id, 'employeeId', s.employee_id,
    'typeName', t.name, 'singlePriceCents', t.single_session_price_cents, 'singleVatRateBp', t.single_session_vat_rate_bp,
    'currency', g.currency,
    'timeZone', g.time_zone, 'locale', g.locale) as locked
  from session s join session_type t on t.gym_id = s.gym_id and t.id = s.session_type_id join gym g on g.id = s.gym_id
 where s.id = ? for no key update of s`;

export async function lockSession(em: EntityManager, id: string): Promise<LockedSession> {
  const [row] = isUuid(id) ? await em.execute<{ locked: LockedSession }[]>(lockedSql, [id]) : [];
  if (!row) throw new NotFoundError('There is no such session.');
  const { locked } = row;
  return { ...locked, startsAt: new Date(locked.startsAt), endsAt: new Date(locked.endsAt) };
}

export async function lockMembers(em: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await em.execute(
    'select from member where id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) order by id for no key update',
    [JSON.stringify(ids)],
  );
}

/** Those whom moving up may register. */
export async function waitingMembers(em: EntityManager, sessionId: string): Promise<string[]> {
  const rows = await em.execute<{ member_id: string }[]>(
    'select member_id from waiting_list_entry where session_id = ? and ended_at is null',
    [sessionId],
  );
  return rows.map((row) => row.member_id);
}

/** Who holds a place. */
export async function registeredMembers(em: EntityManager, sessionId: string): Promise<string[]> {
  const rows = await em.execute<{ member_id: string }[]>(
    `select member_id from registration where session_id = ? and status <> 'CANCELLED'`,
    [sessionId],
  );
  return rows.map((row) => row.member_id);
}
