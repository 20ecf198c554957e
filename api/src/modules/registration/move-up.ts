// Gives free places of a session to those who wait, in order, as long as it has not begun. Who could not be registered any more
// keeps their place on the list, and the next one moves up; who does is told. The locks of the session and of all who wait are held.
import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { RegistrationPayment } from '../visit/registration.type.ts';
import type { LockedSession } from './lock-session.ts';
import { PayWith } from './pay-with.ts';
import { registrationRefusals } from './refuse-registration.ts';
import { takePlace } from './take-place.ts';
import { placeFree, tellAbout } from './tell-about-session.ts';

export interface MovedUp {
  registrationId: string;
  memberId: string;
}

export async function moveUp(
  em: EntityManager,
  session: LockedSession,
  now: Date,
  employeeId: string | null,
): Promise<MovedUp[]> {
  const moved: MovedUp[] = [];
  if (session.isCancelled || session.startsAt <= now) return moved;
  for (const wish of await waiting(em, session.id)) {
    if (session.taken >= session.places) break;
    if ((await registrationRefusals(em, session, wish, now)).length > 0) continue;
    const id = randomUUIDv7();
    const paidWith = RegistrationPayment[wish.payWith];
    const { memberId } = wish;
    await takePlace(em, session, { id, memberId, paidWith, isExtra: false, employeeId, waitedUntil: 'MOVED_UP' }, now);
    moved.push({ registrationId: id, memberId });
  }
  const memberIds = moved.map(({ memberId }) => memberId);
  await tellAbout(em, placeFree(session, now), memberIds, now);
  return moved;
}

function waiting(em: EntityManager, sessionId: string): Promise<{ memberId: string; payWith: PayWith }[]> {
  return em.execute(
    `select member_id as "memberId", pay_with as "payWith" from waiting_list_entry
      where session_id = ? and ended_at is null order by number`,
    [sessionId],
  );
}
