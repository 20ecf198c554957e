// What the form of a session holds, and what of it goes to the server.
import type { SessionHead_SessionFragment } from './Session.generated';

export type SessionFields = {
  sessionTypeId: string;
  calendarId: string;
  on: string;
  at: string;
  durationMinutes: string;
  places: string;
  employeeId: string;
};

export const formFields = [
  'sessionTypeId',
  'calendarId',
  'on',
  'at',
  'durationMinutes',
  'places',
  'employeeId',
] as const;

export function fieldsOf(
  session: SessionHead_SessionFragment,
  local: { day: (instant: string) => string; time: (instant: string) => string },
): SessionFields {
  return {
    sessionTypeId: session.type.id,
    calendarId: session.calendar.id,
    on: local.day(session.startsAt),
    at: local.time(session.startsAt),
    durationMinutes: String(session.durationMinutes),
    places: String(session.places),
    employeeId: session.employee?.id ?? '',
  };
}

type Problem = 'missing' | 'whole';

/** Of a session as of a slot of the weekly schedule: everything is needed, but the coach may follow later. */
export function problemsOf(
  fields: Readonly<Record<string, string> & Record<'durationMinutes' | 'places', string>>,
): Record<string, Problem> {
  const problems: Record<string, Problem> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (field !== 'employeeId' && value.trim() === '') problems[field] = 'missing';
  }
  for (const field of ['durationMinutes', 'places'] as const)
    if (!problems[field] && !/^\d{1,6}$/.test(fields[field].trim())) problems[field] = 'whole';
  return problems;
}

export function toInput({ durationMinutes, places, employeeId, ...others }: SessionFields) {
  return {
    ...others,
    durationMinutes: Number(durationMinutes),
    places: Number(places),
    employeeId: employeeId || null,
  };
}

/** Only what was changed: who saves the coach must not take back what somebody else changed meanwhile. */
export function changesOf(before: SessionFields, after: SessionFields): Partial<ReturnType<typeof toInput>> {
  const was = toInput(before);
  return Object.fromEntries(
    Object.entries(toInput(after)).filter(([field, value]) => value !== was[field as keyof typeof was]),
  );
}
