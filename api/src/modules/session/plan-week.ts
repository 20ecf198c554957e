// Which sessions the weekly schedule asks for in a week, and which of them lack. Pure: days and times on the gym's clock.
import { addDays } from '../gym/calendar-day.ts';
import { instantOf } from '../gym/gym-day.ts';
import { SkipReason } from './schedule.inputs.ts';

export interface PlannedSlot {
  id: string;
  weekday: number;
  /** HH:MM */
  startsAt: string;
  sessionTypeId: string;
  isTypeArchived: boolean;
}

/** A session of that week, or one that was made for a day of it and moved since. */
export interface PlannedSession {
  id: string;
  slotId: string | null;
  /** The day that the slot made it for. */
  scheduledOn: string | null;
  sessionTypeId: string;
  startsAt: Date;
  isCancelled: boolean;
}

export interface SlotPlan<Slot extends PlannedSlot> {
  slot: Slot;
  on: string;
  startsAt: Date;
  /** Null: it is to be made. */
  skipped: { reason: SkipReason; sessionId: string | null } | null;
}

export function planWeek<Slot extends PlannedSlot>(
  slots: readonly Slot[],
  sessions: readonly PlannedSession[],
  { monday, timeZone, now }: { monday: string; timeZone: string; now: Date },
): SlotPlan<Slot>[] {
  // What was added by hand stands for one slot at most: two slots may ask for the same at the same time.
  const byHand = new Set(sessions.filter(({ slotId }) => slotId === null));
  return slots.map((slot) => {
    const on = addDays(monday, slot.weekday - 1);
    const startsAt = instantOf(on, slot.startsAt, timeZone);
    const there =
      sessions.find((it) => it.slotId === slot.id && it.scheduledOn === on) ??
      [...byHand].find((it) => it.sessionTypeId === slot.sessionTypeId && it.startsAt.getTime() === startsAt.getTime());
    if (there) byHand.delete(there);
    return { slot, on, startsAt, skipped: skippedFor(slot, startsAt, there, now) };
  });
}

function skippedFor(
  { isTypeArchived }: PlannedSlot,
  startsAt: Date,
  there: PlannedSession | undefined,
  now: Date,
): SlotPlan<PlannedSlot>['skipped'] {
  if (there)
    return { reason: there.isCancelled ? SkipReason.CANCELLED : SkipReason.ALREADY_THERE, sessionId: there.id };
  if (startsAt <= now) return { reason: SkipReason.IN_PAST, sessionId: null };
  return isTypeArchived ? { reason: SkipReason.SESSION_TYPE_ARCHIVED, sessionId: null } : null;
}
