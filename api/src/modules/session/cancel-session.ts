// Calls a session off, and undoes that. Registrations stay, so that everybody can see who would have come; what was sold by the
// session and nobody was asked for yet is taken back. Who is in it or waits for it is told.
import type { EntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { sellAgain, takeBackSales } from '../registration/buy-session.ts';
import { lockMembers, lockSession, registeredMembers, waitingMembers } from '../registration/lock-session.ts';
import { calledOff, goesOn, tellAbout } from '../registration/tell-about-session.ts';
import { getChangedSession } from '../visit/get-session.ts';
import type { CancelSessionInput, SessionIdInput, SessionPayload } from './session.inputs.ts';

export async function cancelSession(context: Context, input: CancelSessionInput): Promise<SessionPayload> {
  assertMayInGym(signedIn(context), Permission.PLAN_SESSIONS);
  const reason = input.reason?.trim() ? lineOf('reason', input.reason, 200) : null;
  const now = context.clock.now();
  const toldCount = await context.db.write(async (em) => {
    const session = await lockSession(em, input.id);
    if (session.isCancelled) return 0;
    if (session.endsAt <= now) throw new UserInputError('id', 'SESSION_OVER', 'This session is over.');
    const concerned = await lockConcerned(em, session.id);
    const attended = await em.execute(`select from registration where session_id = ? and status = 'ATTENDED' limit 1`, [
      session.id,
    ]);
    if (attended.length > 0)
      throw new UserInputError('id', 'HAS_ATTENDANCE', 'Somebody was marked present: take that away first.');
    await em.execute('update session set cancelled_at = ?, cancellation_reason = ? where id = ?', [
      now,
      reason,
      session.id,
    ]);
    await takeBackSales(em, { sessionId: session.id });
    return tellAbout(em, calledOff(session, reason, now), concerned, now);
  });
  return { session: await getChangedSession(context, input.id), movedUp: [], toldCount };
}

/** Until it would have begun. */
export async function restoreSession(context: Context, { id }: SessionIdInput): Promise<SessionPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.PLAN_SESSIONS);
  const now = context.clock.now();
  const toldCount = await context.db.write(async (em) => {
    const session = await lockSession(em, id);
    if (!session.isCancelled) return 0;
    if (session.startsAt <= now) throw new UserInputError('id', 'SESSION_OVER', 'Its start has passed.');
    const concerned = await lockConcerned(em, session.id);
    await em.execute('update session set cancelled_at = null, cancellation_reason = null where id = ?', [session.id]);
    await sellAgain(em, session, viewer.employeeId, now);
    return tellAbout(em, goesOn(session, now), concerned, now);
  });
  return { session: await getChangedSession(context, id), movedUp: [], toldCount };
}

/** Those who are in it and those who wait, locked. */
async function lockConcerned(em: EntityManager, sessionId: string): Promise<string[]> {
  const concerned = [...(await registeredMembers(em, sessionId)), ...(await waitingMembers(em, sessionId))];
  await lockMembers(em, concerned);
  return concerned;
}
