// Marks who came. Marks may have waited on a device without a connection: they are sent again, late and in any order, and what
// counts is decided by when they were made.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { dayOf } from '../gym/gym-day.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { getChangedRegistrations, getChangedSession } from '../visit/get-session.ts';
import { judgeMark, latestOfEach } from './attendance-mark.ts';
import type { Judged, Mark, Marked } from './attendance-mark.ts';
import { lockMembers, lockSession } from './lock-session.ts';
import type { LockedSession } from './lock-session.ts';
import { AttendanceOutcome } from './registration.payloads.ts';
import type { MarkAttendancePayload } from './registration.payloads.ts';
import type { MarkAttendanceInput } from './registration.inputs.ts';

const MOST_MARKS = 500;

export async function markAttendance(context: Context, input: MarkAttendanceInput): Promise<MarkAttendancePayload> {
  assertMay(signedIn(context), MemberPermission.REGISTER);
  const reportId = idFor(input.id);
  if (input.marks.length > MOST_MARKS)
    throw new UserInputError('marks', 'TOO_MANY', `A report has at most ${MOST_MARKS} marks.`);
  const marks = input.marks.map((mark) => ({ ...mark, registrationId: mark.registrationId.toLowerCase(), reportId }));
  const now = context.clock.now();
  const outcomes = await context.db.write(async (em) => {
    const session = await lockSession(em, input.sessionId);
    const marked = await readMarked(em, session.id, marks);
    await lockMembers(
      em,
      [...marked.values()].map(({ memberId }) => memberId),
    );
    const judged = judgeAll(marks, marked, session, now);
    await writeMarks(
      em,
      marks.filter((_, index) => judged[index]?.isNew),
      now,
    );
    return judged.map(({ outcome }) => outcome);
  });
  return showMarks(context, input.sessionId, marks, outcomes);
}

interface Row extends Marked {
  memberId: string;
}

/** All of them, or none: a report about another session is a mistake of its sender. */
async function readMarked(em: EntityManager, sessionId: string, marks: readonly Mark[]): Promise<Map<string, Row>> {
  const rows = await em.execute<{ row: Omit<Row, 'markedAt'> & { id: string; markedAt: string | null } }[]>(
    `select json_build_object('id', r.id, 'status', r.status, 'markedAt', r.marked_at, 'reportId', r.mark_id,
       'memberId', r.member_id) as row
       from registration r
      where r.session_id = ? and r.id::text in (select jsonb_array_elements_text(?::jsonb))`,
    [sessionId, JSON.stringify(marks.map(({ registrationId }) => registrationId))],
  );
  const found = new Map(
    rows.map(({ row }) => [row.id, { ...row, markedAt: row.markedAt === null ? null : new Date(row.markedAt) }]),
  );
  if (marks.some(({ registrationId }) => !found.has(registrationId)))
    throw new NotFoundError('There is no such registration in this session.');
  return found;
}

function judgeAll(
  marks: readonly Mark[],
  marked: ReadonlyMap<string, Row>,
  { isCancelled, startsAt, timeZone }: LockedSession,
  now: Date,
): Judged[] {
  const circumstances = {
    isSessionCancelled: isCancelled,
    isOnLaterDay: dayOf(startsAt, timeZone) > dayOf(now, timeZone),
    now,
  };
  const latest = latestOfEach(marks);
  return marks.map((mark, index) => {
    const row = marked.get(mark.registrationId);
    if (!row || !latest.has(index)) return { outcome: AttendanceOutcome.SUPERSEDED, isNew: false };
    return judgeMark(mark, row, circumstances);
  });
}

async function writeMarks(em: EntityManager, marks: readonly Mark[], now: Date): Promise<void> {
  if (marks.length === 0) return;
  await em.execute(
    `update registration r set status = k.status, marked_at = k."markedAt", mark_id = k."reportId",
        status_changed_at = case when r.status = k.status then r.status_changed_at else ? end
       from jsonb_to_recordset(?::jsonb) k ("registrationId" uuid, status text, "markedAt" timestamptz, "reportId" uuid)
      where r.id = k."registrationId"`,
    [now, JSON.stringify(marks)],
  );
}

async function showMarks(
  context: Context,
  sessionId: string,
  marks: readonly Mark[],
  outcomes: readonly AttendanceOutcome[],
): Promise<MarkAttendancePayload> {
  const ids = [...new Set(marks.map(({ registrationId }) => registrationId))];
  const registrations = new Map((await getChangedRegistrations(context, ids)).map((it) => [it.id, it]));
  return {
    session: await getChangedSession(context, sessionId),
    marks: marks.flatMap(({ registrationId }, index) => {
      const [registration, outcome] = [registrations.get(registrationId), outcomes[index]];
      return registration && outcome ? [{ registrationId, outcome, registration }] : [];
    }),
  };
}
