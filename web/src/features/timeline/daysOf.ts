// The entries of the timeline under the day that they happened on, in their order. Pure.

export interface Day<Entry> {
  /** yyyy-mm-dd */
  day: string;
  entries: Entry[];
}

export function daysOf<Entry extends { happenedAt: string }>(
  entries: readonly Entry[],
  dayOf: (instant: string) => string,
): Day<Entry>[] {
  const days: Day<Entry>[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.happenedAt);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
