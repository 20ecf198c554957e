// Marks present and no-show: shown at once, kept on this device, sent when they can be.
import { useText } from '../../i18n/text';
import { showToast } from '../../ui/toasts';
import type { AttendanceStatus } from '../../graphql/schema.generated';
import { addMarks, momentAfter, waitingMark } from './attendanceQueue';
import { changeMarks, useMarks } from './attendanceStore';
import { rosterTexts } from './messages';
import type { Roster_RegistrationFragment } from './Roster.generated';

export interface RosterRow extends Roster_RegistrationFragment {
  /** The server does not have the mark yet. */
  isWaiting: boolean;
}

export function useAttendance(
  session: { id: string; registrations?: readonly Roster_RegistrationFragment[] | null },
  key: string | null,
) {
  const text = useText(rosterTexts);
  const queue = useMarks(key);
  const rows: RosterRow[] = (session.registrations ?? []).map((registration) => {
    const waiting = waitingMark(queue, registration.id);
    return waiting
      ? { ...registration, status: waiting.status, markedAt: waiting.markedAt, isWaiting: true }
      : { ...registration, isWaiting: false };
  });

  const give = (marked: readonly RosterRow[], statusOf: (row: RosterRow) => AttendanceStatus) => {
    if (!key) return;
    const marks = marked.map((row) => ({
      registrationId: row.id,
      memberName: row.member?.fullName ?? '',
      status: statusOf(row),
      // The newest of both: this row may be shown a moment late.
      markedAt: momentAfter(Date.now(), row.markedAt),
    }));
    changeMarks(key, (now) => addMarks(now, session.id, marks));
  };
  /** Pressed once more, it is taken away. */
  const mark = (row: RosterRow, status: AttendanceStatus) =>
    give([row], () => (row.status === status ? 'REGISTERED' : status));
  const markAll = () => {
    const unmarked = rows.filter(({ status }) => status === 'REGISTERED');
    if (unmarked.length === 0) return void showToast({ text: text.everybodyMarked });
    give(unmarked, () => 'ATTENDED');
    const markedAt = new Date().toISOString();
    showToast({
      kind: 'success',
      text: text.markedPresent(unmarked.length),
      undo: () =>
        give(
          unmarked.map((row) => ({ ...row, markedAt })),
          () => 'REGISTERED',
        ),
    });
  };
  return { rows, mark, markAll };
}
