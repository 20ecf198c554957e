// Things that someone should act on: the ones that the rules would have made by now, older ones that were completed, and
// the reminders that staff set themselves.
import { addMonths, dateParts, dayFrom, dayOf, isoDate, mondayOf, type Day } from './calendar-days.ts';
import { planCheckups } from './checkups.ts';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import { lastCollectedMonth } from './purchases.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

interface Planned {
  kind: string;
  message: string;
  dueOn: Day;
  occurrence: string | null;
  createdOn: Day;
  createdBy?: string;
  isCompleted?: boolean;
}

const reminders = [
  'Bellen over de gemiste check-up',
  'Nieuw schema meegeven',
  'Vragen hoe het met de knie gaat',
  'Intakeformulier nog laten tekenen',
  'Herinneren aan de wedstrijd van zaterdag',
  'T-shirt maat M klaarleggen',
  'Bespreken: overstap naar 2× per week',
  'Bedankkaartje voor het helpen op de open dag',
  'Collegekaart opnieuw laten zien',
  'Evaluatie na zes weken inplannen',
  'Sleutel van het kluisje terugvragen',
  'Voedingsdagboek doornemen',
  'Uitnodigen voor de techniekavond',
  'Vragen of de nieuwe lestijd bevalt',
];
const monthNames = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** After so many days without one a check-up is due here. */
const checkupDays = 26 * 7;

const rules = [
  'BIRTHDAY',
  'ABSENCE',
  'DOWNWARD_TREND',
  'CHECKUP_DUE',
  'NO_EMPLOYEE',
  'SUBSCRIPTION_ENDING',
  'PAYMENT_FAILED',
  'FIRST_SESSION',
];

/** All of them, so that the demo shows what each makes. */
export const notificationRuleRows = ({ gymId, random, historyStart, time }: GymPlan): Row[] =>
  rules.map((rule) => ({
    gym_id: gymId,
    id: random.fork(`rule ${rule}`).uuid(time.instant(historyStart, 600)),
    rule,
    is_on: true,
    parameters: JSON.stringify(rule === 'CHECKUP_DUE' ? { WEEKS: checkupDays / 7 } : {}),
  }));

export function* notificationRows(
  plan: GymPlan,
  members: readonly Member[],
  employeeIds: readonly string[],
  failedPurchases: ReadonlyMap<string, string>,
): Generator<Row> {
  for (const member of members) {
    if (plan.time.today - member.joinedOn < 1) continue;
    const random = member.random.fork('notifications');
    const planned = [
      ...automatic(plan, member, failedPurchases.get(member.id)),
      ...earlierBirthdays(plan, member),
      ...custom(plan, member, employeeIds, random),
    ];
    for (const notification of planned) {
      const createdOn = Math.max(member.joinedOn, Math.min(notification.createdOn, plan.time.today - 1));
      const createdMs = Math.max(
        plan.time.instant(createdOn, notification.kind === 'CUSTOM' ? random.int(500, 1250) : 240),
        member.createdMs,
      );
      const age = plan.time.instant(plan.time.today, 0) - createdMs;
      const isCompleted =
        notification.isCompleted ?? (member.castKey === null && createdOn < plan.time.today - 2 && random.chance(0.15));
      yield {
        gym_id: plan.gymId,
        id: random.uuid(createdMs),
        member_id: member.id,
        kind: notification.kind,
        message: notification.message,
        due_on: isoDate(notification.dueOn),
        occurrence: notification.occurrence,
        created_at: new Date(createdMs).toISOString(),
        created_by: notification.createdBy ?? null,
        completed_at: isCompleted
          ? new Date(createdMs + Math.min(age * 0.9, (0.2 + 4 * random.fraction()) * 86_400_000)).toISOString()
          : null,
        completed_by: isCompleted ? random.pick(employeeIds) : null,
      };
    }
  }
}

function* automatic(plan: GymPlan, member: Member, failedPurchaseId: string | undefined): Generator<Planned> {
  const { today } = plan.time;
  const current = member.contracts.find(
    (contract) => contract.startsOn <= today && (contract.endsOn === null || contract.endsOn >= today),
  );
  const birthday = member.birthDate === null ? null : nextBirthday(member.birthDate, today);
  if (current && birthday !== null && birthday - today <= 3)
    yield {
      kind: 'BIRTHDAY',
      message: `Is jarig op ${dutchDate(birthday)}`,
      dueOn: birthday,
      occurrence: isoDate(birthday),
      createdOn: birthday - 3,
      isCompleted: false,
    };
  const lastVisit = member.lastVisitMs === null ? null : Math.floor(member.lastVisitMs / 86_400_000);
  if (current && lastVisit !== null && today - lastVisit > 21) {
    const dueOn = lastVisit + 22;
    yield {
      kind: 'ABSENCE',
      message: `Niet meer geweest sinds ${dutchDate(lastVisit)}`,
      dueOn,
      occurrence: isoDate(lastVisit),
      createdOn: dueOn,
    };
  } else if (current && isFading(member)) {
    const monday = mondayOf(today);
    yield {
      kind: 'DOWNWARD_TREND',
      message: 'Komt de laatste vier weken duidelijk minder vaak dan daarvoor',
      dueOn: monday,
      occurrence: isoDate(monday),
      createdOn: monday,
    };
  }
  if (member.employee === null && current) {
    yield {
      kind: 'NO_EMPLOYEE',
      message: 'Heeft nog geen vaste begeleider',
      dueOn: member.joinedOn + 7,
      occurrence: isoDate(subscribedSince(member, today)),
      createdOn: member.joinedOn,
    };
  }
  if (current?.cancelledMs && current.endsOn !== null && current === member.contracts.at(-1)) {
    yield {
      kind: 'SUBSCRIPTION_ENDING',
      message: `Abonnement eindigt op ${dutchDate(current.endsOn)}`,
      dueOn: current.endsOn - 14,
      occurrence: isoDate(current.endsOn),
      createdOn: current.endsOn - 31,
    };
  }
  if (failedPurchaseId) {
    const month = lastCollectedMonth(today);
    const returnedOn = Math.min(addMonths(month, 1) + 6, today);
    yield {
      kind: 'PAYMENT_FAILED',
      message: `Incasso van ${monthNames[dateParts(month).month - 1]} is gestorneerd`,
      dueOn: returnedOn,
      // As the ledger names the collection that came back: fill-gym.ts.
      occurrence: `E2E-${failedPurchaseId.replaceAll('-', '').slice(0, 24).toUpperCase()}`,
      createdOn: returnedOn,
      isCompleted: false,
    };
  }
  const checkups = planCheckups(plan, member).filter((checkup) => !checkup.isCancelled);
  const previous = checkups.filter((checkup) => checkup.day < today).at(-1);
  if (current && previous && today - previous.day >= checkupDays && !checkups.some((checkup) => checkup.day >= today)) {
    yield {
      kind: 'CHECKUP_DUE',
      message: `Laatste check-up was op ${dutchDate(previous.day)}`,
      dueOn: previous.day + checkupDays,
      occurrence: isoDate(previous.day),
      createdOn: previous.day + checkupDays,
    };
  }
}

/** Since when a subscription runs without a day in between. */
function subscribedSince({ contracts }: Member, today: Day): Day {
  let since = today;
  for (const { startsOn, endsOn } of contracts.toReversed())
    if (startsOn < since && (endsOn === null || endsOn >= since - 1)) since = startsOn;
  return since;
}

/** The rule of the member overview with its usual settings: four complete weeks against the eight before. */
function isFading({ recentVisits }: Member): boolean {
  const mean = (from: number, count: number) =>
    recentVisits.slice(from, from + count).reduce((sum, visits) => sum + visits, 0) / count;
  const [recent, earlier] = [mean(1, 4), mean(5, 8)];
  return earlier - recent >= Math.max(0.5, earlier * 0.2);
}

function* earlierBirthdays(plan: GymPlan, member: Member): Generator<Planned> {
  if (member.birthDate === null || member.index % 3 !== 0) return;
  for (let years = 1; years <= 2; years++) {
    const birthday = nextBirthday(member.birthDate, addMonths(plan.time.today, -12 * years));
    if (birthday - 3 <= Math.max(member.joinedOn, plan.historyStart) || birthday > plan.time.today - 7) continue;
    yield {
      kind: 'BIRTHDAY',
      message: `Is jarig op ${dutchDate(birthday)}`,
      dueOn: birthday,
      occurrence: isoDate(birthday),
      createdOn: birthday - 3,
      isCompleted: true,
    };
  }
}

function* custom(plan: GymPlan, member: Member, employeeIds: readonly string[], random: Random): Generator<Planned> {
  const count =
    random.weighted([
      [70, 0],
      [20, 1],
      [8, 2],
      [2, 4],
    ] as const) + (member.castKey === 'member' ? 2 : 0);
  for (const message of random.sample(reminders, count)) {
    const isAhead = random.chance(0.5);
    const createdOn = isAhead
      ? plan.time.today - random.int(1, 20)
      : random.int(Math.max(member.joinedOn, plan.historyStart), plan.time.today - 1);
    const dueOn = isAhead ? plan.time.today + random.int(1, 25) : createdOn + random.int(1, 30);
    yield {
      kind: 'CUSTOM',
      message,
      dueOn,
      occurrence: null,
      createdOn,
      createdBy: random.pick(employeeIds),
      isCompleted: !isAhead && (plan.time.today - dueOn > 30 || random.chance(0.85)),
    };
  }
}

/** The first birthday on or after a day; 29 February is kept on the 28th in other years. */
export function nextBirthday(birthDate: string, from: Day): Day {
  const born = dateParts(dayOf(birthDate));
  const { year } = dateParts(from);
  const inYear = (one: number) => {
    const day = dayFrom(one, born.month, born.dayOfMonth);
    return dateParts(day).month === born.month ? day : day - 1;
  };
  return inYear(year) >= from ? inYear(year) : inYear(year + 1);
}

function dutchDate(day: Day): string {
  const { month, dayOfMonth } = dateParts(day);
  return `${dayOfMonth} ${monthNames[month - 1]}`;
}
