// An entry of the timeline in words: what it says behind its name and its subject.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { timelineTexts } from './messages';
import type { TimelineCard_EntryFragment } from './Timeline.generated';

type Entry = TimelineCard_EntryFragment;

export function useEntryWords() {
  const text = useText(timelineTexts);
  const format = useFormat();

  const value = (field: string, raw: string | null): string => {
    if (raw === null) return field === 'employee' ? text.nobody : text.none;
    if (field === 'startsAt') return format.dateTime(raw, 'weekday');
    return field === 'expiresOn' || field === 'snoozedUntil' || field === 'birthDate' ? format.day(raw) : raw;
  };
  const dayOf = ({ kind, day, happenedAt }: Entry): string | null => {
    if (!day || day === format.localDay(happenedAt)) return null;
    const words = { TAG: text.until, NOTIFICATION: text.due, SUBSCRIPTION: text.from }[kind as string] ?? text.on;
    return words(format.day(day));
  };
  // A visit stands at its own time; of the others it is another time than when it happened.
  const startOf = ({ event, startsAt, changes }: Entry): string | null =>
    startsAt && changes.length === 0 && event !== 'VISITED' && event !== 'NO_SHOW'
      ? format.dateTime(startsAt, 'weekday')
      : null;

  return (entry: Entry): string[] =>
    [
      entry.amount && format.money(entry.amount),
      entry.detail,
      entry.reason && (text.reasons[entry.reason] ?? entry.reason),
      startOf(entry),
      entry.changes.length === 0 ? dayOf(entry) : null,
      ...entry.changes.map(({ field, before, after }) =>
        text.change(text.fields[field] ?? field, value(field, before), value(field, after)),
      ),
      entry.isTakenBack && entry.event !== 'NOTE_ADDED' ? text.takenBack : null,
      entry.actor && text.by(entry.actor.fullName),
    ].filter((words): words is string => Boolean(words));
}
