// What can be done with the session and with the row that the arrows have reached, and why something cannot.
import { useActions } from '../../../actions/useActions';
import { rosterTexts } from '../../../features/registration/messages';
import type { RosterRow } from '../../../features/registration/useAttendance';
import { sessionTexts } from '../../../features/session/messages';
import { useSessionVerbs } from '../../../features/session/useSessionVerbs';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';

interface SessionActions {
  session: {
    id: string;
    isCancelled: boolean;
    startsAt: string;
    permissions: readonly string[];
    type: { name: string };
  };
  rows: readonly RosterRow[];
  currentId: string | null;
  mark: (row: RosterRow, status: 'ATTENDED' | 'NO_SHOW') => void;
  markAll: () => void;
  open: (dialog: string) => void;
}

export function useSessionActions({ session, rows, currentId, mark, markAll, open }: SessionActions) {
  const text = useText(sessionTexts);
  const roster = useText(rosterTexts);
  const format = useFormat();
  const { restore } = useSessionVerbs();
  const { group } = roster;
  const may = (permission: string) => session.permissions.includes(permission);
  const gone = session.isCancelled ? roster.cancelledReason : null;
  const isAhead = format.localDay(session.startsAt) > format.today();
  const markRefusal = gone ?? (isAhead ? roster.tooEarly : may('MARK_ATTENDANCE') ? null : roster.notAllowed);
  const registerRefusal = may('REGISTER') ? null : (gone ?? roster.overReason);
  const at = rows.findIndex(({ id }) => id === currentId);
  const step = (by: 1 | -1) => focusRow(rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]?.id);
  // Without a row reached yet, the first that has no mark; afterwards the next one, so that a whole roster is a row of keys.
  const markCurrent = (status: 'ATTENDED' | 'NO_SHOW') => () => {
    const row = rows[at] ?? rows.find((one) => one.status === 'REGISTERED') ?? rows[0];
    if (!row) return;
    mark(row, status);
    focusRow((rows[rows.indexOf(row) + 1] ?? row).id);
  };
  const hasRows = rows.length > 0;
  const [allPresent, addMember, change, cancel, putBack] = useActions([
    {
      id: 'attendance.all',
      label: roster.allPresent,
      shortLabel: roster.allPresentShort,
      group,
      icon: 'check',
      shortcut: 'L',
      when: hasRows,
      disabledReason: markRefusal,
      run: markAll,
    },
    {
      id: 'registration.add',
      label: roster.add,
      shortLabel: roster.addShort,
      group,
      icon: 'plus',
      shortcut: 'A',
      disabledReason: registerRefusal,
      run: () => open('member'),
    },
    {
      id: 'session.change',
      label: text.change,
      group,
      icon: 'pencil',
      shortcut: 'E',
      disabledReason: may('CHANGE') ? null : (gone ?? text.notAllowedNow),
      run: () => open('change'),
    },
    {
      id: 'session.cancel',
      label: text.cancel,
      group,
      icon: 'close',
      when: !session.isCancelled,
      disabledReason: may('CANCEL') ? null : text.notAllowedNow,
      run: () => open('cancel'),
    },
    {
      id: 'session.restore',
      label: text.restore,
      group,
      icon: 'restore',
      when: session.isCancelled,
      disabledReason: may('RESTORE') ? null : text.notAllowedNow,
      run: () => void restore(session),
    },
    { id: 'roster.next', label: roster.nextMember, group, shortcut: 'ArrowDown', when: hasRows, run: () => step(1) },
    {
      id: 'roster.previous',
      label: roster.previousMember,
      group,
      shortcut: 'ArrowUp',
      when: hasRows,
      run: () => step(-1),
    },
    {
      id: 'attendance.present',
      label: roster.present,
      group,
      shortcut: 'P',
      when: hasRows,
      disabledReason: markRefusal,
      run: markCurrent('ATTENDED'),
    },
    {
      id: 'attendance.noShow',
      label: roster.noShow,
      group,
      shortcut: 'N',
      when: hasRows,
      disabledReason: markRefusal,
      run: markCurrent('NO_SHOW'),
    },
  ]);
  return { allPresent, addMember, change, cancel, restore: putBack, markRefusal, registerRefusal };
}

function focusRow(id: string | undefined): void {
  document.querySelector<HTMLElement>(`[data-registration="${CSS.escape(id ?? '')}"] a`)?.focus();
}
