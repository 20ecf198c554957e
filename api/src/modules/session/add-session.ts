import { idFor } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { instantOf } from '../gym/gym-day.ts';
import { getChangedSession } from '../visit/get-session.ts';
import { assertOnOffer, durationOf, placesOf, timeOf } from './session-input.ts';
import type { AddSessionInput, SessionPayload } from './session.inputs.ts';

export async function addSession(context: Context, input: AddSessionInput): Promise<SessionPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.PLAN_SESSIONS);
  const { sessionTypeId, calendarId, employeeId = null } = input;
  const id = idFor(input.id);
  const startsAt = instantOf(input.on, timeOf('at', input.at), viewer.timeZone);
  const values = [id, sessionTypeId, calendarId, startsAt, durationOf(input.durationMinutes), placesOf(input.places)];
  const now = context.clock.now();
  await context.db.write(async (em) => {
    const there = await em.execute('select from session where id = ?', [id]);
    if (there.length > 0) return;
    if (startsAt <= now) throw new UserInputError('on', 'IN_PAST', 'Choose a moment in the future.');
    await assertOnOffer(em, { sessionTypeId, calendarId, employeeId });
    await em.execute(
      `insert into session (gym_id, id, session_type_id, calendar_id, starts_at, duration_minutes, places, employee_id)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
      [viewer.gymId, ...values, employeeId],
    );
  });
  return { session: await getChangedSession(context, id), movedUp: [], toldCount: 0 };
}
