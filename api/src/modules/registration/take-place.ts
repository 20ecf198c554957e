// Writes a registration into a session whose lock is held, with what pays for it. Says nothing of who may or whether it fits;
// its callers do, and the database refuses a place that is not there.
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserInputError } from '../../graphql/errors.ts';
import { RegistrationPayment } from '../visit/registration.type.ts';
import { buySession } from './buy-session.ts';
import type { LockedSession } from './lock-session.ts';

export interface NewRegistration {
  id: string;
  memberId: string;
  paidWith: RegistrationPayment;
  /** Beyond the places: an Admin let them in. */
  isExtra: boolean;
  employeeId: string | null;
  /** How their waiting ends, if they wait for this session. */
  waitedUntil: 'MOVED_UP' | 'REGISTERED';
}

export async function takePlace(
  em: EntityManager,
  session: LockedSession,
  { id, memberId, paidWith, isExtra, employeeId, waitedUntil }: NewRegistration,
  now: Date,
): Promise<void> {
  const inserted = await em.execute<{ id: string }[]>(
    `insert into registration (gym_id, id, session_id, starts_at, member_id, status, registered_at, paid_with, is_extra)
     select s.gym_id, ?, s.id, s.starts_at, ?, 'REGISTERED', ?, ?, ? from session s where s.id = ? on conflict do nothing returning id`,
    [id, memberId, now, paidWith, isExtra, session.id],
  );
  if (inserted.length === 0) throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
  session.taken += 1;
  await em.execute(
    'update waiting_list_entry set ended_at = ?, ended_as = ? where session_id = ? and member_id = ? and ended_at is null',
    [now, waitedUntil, session.id, memberId],
  );
  if (paidWith === RegistrationPayment.SINGLE_SESSION) await buySession(em, session, { id, memberId, employeeId }, now);
}
