// What a member's subscriptions pay for, told plainly and slowly: for comparing with what the database works out.

export interface PlainPlan {
  id: string;
  limit: number | null;
  isOnce: boolean;
  startsOn: string;
  endsOn: string | null;
  typeIds: string[];
  calendarIds: string[];
}

export interface PlainSession {
  id: string;
  startsAt: string;
  typeId: string;
  calendarId: string;
}

const localDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

export const dayOf = ({ startsAt }: PlainSession): string => localDay.format(new Date(startsAt));

/** The Monday before, or the day itself. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

const runs = (plan: PlainPlan, session: PlainSession) =>
  plan.startsOn <= dayOf(session) && (plan.endsOn === null || dayOf(session) <= plan.endsOn);
const hasType = (plan: PlainPlan, session: PlainSession) => plan.typeIds.includes(session.typeId);
const hasCalendar = (plan: PlainPlan, session: PlainSession) => plan.calendarIds.includes(session.calendarId);

/** Recurring ones first, then the card that ends first; made in the order of the list. */
function accessTo(plans: PlainPlan[], session: PlainSession): PlainPlan[] {
  const rank = (plan: PlainPlan) =>
    [plan.isOnce ? '1' : '0', plan.endsOn ?? '9999-99-99', plan.startsOn, plan.id].join();
  return plans
    .filter((plan) => runs(plan, session) && hasType(plan, session) && hasCalendar(plan, session))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** How many of these sessions can be paid for, one after the other by their start, from what has a limit. */
function paidOf(plans: PlainPlan[], sessions: PlainSession[]): number {
  const used = new Map<string, number>();
  let paid = 0;
  const inOrder = sessions.toSorted(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.id < b.id ? -1 : 1),
  );
  for (const session of inOrder) {
    const access = accessTo(plans, session);
    if (access.some(({ limit }) => limit === null)) continue;
    for (const plan of access) {
      const purse = plan.isOnce ? plan.id : `${plan.id} in ${mondayOf(dayOf(session))}`;
      const spent = used.get(purse) ?? 0;
      if (spent >= (plan.limit ?? 0)) continue;
      used.set(purse, spent + 1);
      paid += 1;
      break;
    }
  }
  return paid;
}

/** The codes with which registering is refused; none when it is not. */
export function plainRefusals(plans: PlainPlan[], registered: PlainSession[], session: PlainSession): string[] {
  const running = plans.filter((plan) => runs(plan, session));
  if (running.length === 0) return ['NO_SUBSCRIPTION'];
  if (!running.some((plan) => hasType(plan, session))) return ['TYPE_NOT_INCLUDED'];
  const access = accessTo(plans, session);
  if (access.length === 0) return ['CALENDAR_NOT_INCLUDED'];
  if (access.some(({ limit }) => limit === null)) return [];
  if (paidOf(plans, [...registered, session]) > paidOf(plans, registered)) return [];
  return access.map(({ isOnce }) => (isOnce ? 'NO_CREDITS_LEFT' : 'WEEK_LIMIT_REACHED')).sort();
}
