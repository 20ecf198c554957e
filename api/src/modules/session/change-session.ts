// Changes a session: its day and time, places, who is responsible. More places move those up who wait.
import type { EntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { dayOf, instantOf, timeOfDay } from '../gym/gym-day.ts';
import { lockMembers, lockSession, registeredMembers, waitingMembers } from '../registration/lock-session.ts';
import type { LockedSession } from '../registration/lock-session.ts';
import { moveUp } from '../registration/move-up.ts';
import { moved, tellAbout } from '../registration/tell-about-session.ts';
import { getChangedRegistrations, getChangedSession } from '../visit/get-session.ts';
import { assertOnOffer, durationOf, placesOf, timeOf } from './session-input.ts';
import type { ChangeSessionInput, SessionPayload } from './session.inputs.ts';

/** What a session can be changed to. */
type Plan = Pick<
  LockedSession,
  'startsAt' | 'durationMinutes' | 'places' | 'sessionTypeId' | 'calendarId' | 'employeeId'
>;

export async function changeSession(context: Context, input: ChangeSessionInput): Promise<SessionPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.PLAN_SESSIONS);
  const now = context.clock.now();
  const { movedUp, toldCount } = await context.db.write(async (em) => {
    const session = await lockSession(em, input.id);
    const concerned = [...(await registeredMembers(em, session.id)), ...(await waitingMembers(em, session.id))];
    await lockMembers(em, concerned);
    const plan = planOf(session, input);
    assertChangeable(session, plan, now);
    await assertOnOffer(em, newlyChosen(session, input));
    await writePlan(em, session.id, plan);
    const isMoved = plan.startsAt.getTime() !== session.startsAt.getTime();
    return {
      toldCount: isMoved ? await tellAbout(em, moved(session, plan.startsAt, now), concerned, now) : 0,
      movedUp: await moveUp(em, { ...session, ...plan }, now, viewer.employeeId),
    };
  });
  return {
    session: await getChangedSession(context, input.id),
    movedUp: await getChangedRegistrations(
      context,
      movedUp.map(({ registrationId }) => registrationId),
    ),
    toldCount,
  };
}

function planOf(session: LockedSession, input: ChangeSessionInput): Plan {
  const { timeZone, startsAt } = session;
  const isMoved = input.on != null || input.at != null;
  const at = input.at == null ? timeOfDay(startsAt, timeZone) : timeOf('at', input.at);
  return {
    startsAt: isMoved ? instantOf(input.on ?? dayOf(startsAt, timeZone), at, timeZone) : startsAt,
    durationMinutes: input.durationMinutes == null ? session.durationMinutes : durationOf(input.durationMinutes),
    places: input.places == null ? session.places : placesOf(input.places),
    sessionTypeId: input.sessionTypeId ?? session.sessionTypeId,
    calendarId: input.calendarId ?? session.calendarId,
    employeeId: input.employeeId === undefined ? session.employeeId : input.employeeId,
  };
}

function assertChangeable(session: LockedSession, plan: Plan, now: Date): void {
  if (session.isCancelled)
    throw new UserInputError('id', 'SESSION_CANCELLED', 'This session was cancelled: restore it first.');
  if (session.endsAt <= now) throw new UserInputError('id', 'SESSION_OVER', 'This session is over.');
  if (plan.startsAt.getTime() !== session.startsAt.getTime()) {
    if (session.startsAt <= now) throw new UserInputError('on', 'SESSION_STARTED', 'This session has begun.');
    if (plan.startsAt <= now) throw new UserInputError('on', 'IN_PAST', 'Choose a moment in the future.');
  }
  if (plan.places < session.places && plan.places < session.taken)
    throw new UserInputError('places', 'PLACES_TAKEN', `${session.taken} places are taken.`);
}

/** What has been archived since may stay. */
function newlyChosen(session: LockedSession, { sessionTypeId, calendarId, employeeId }: ChangeSessionInput) {
  return {
    sessionTypeId: sessionTypeId === session.sessionTypeId ? null : sessionTypeId,
    calendarId: calendarId === session.calendarId ? null : calendarId,
    employeeId: employeeId === session.employeeId ? null : employeeId,
  };
}

/** Registrations follow a new start by their foreign key. */
async function writePlan(em: EntityManager, id: string, plan: Plan): Promise<void> {
  await em.execute(
    `update session set starts_at = ?, duration_minutes = ?, places = ?, session_type_id = ?, calendar_id = ?, employee_id = ?
      where id = ?`,
    [plan.startsAt, plan.durationMinutes, plan.places, plan.sessionTypeId, plan.calendarId, plan.employeeId, id],
  );
}
