// Everything of one gym, table by table in the order that foreign keys ask for. Pure: the same plan gives the same rows.
// Only the members are held; sessions, registrations and what hangs on members pass through.
import { checklistRows, planChecklists } from './checklists.ts';
import { Attendance } from './attendance.ts';
import { planFiles } from './attachments.ts';
import { mondaysOf, type GymPlan } from './gym-plan.ts';
import { firstOfMonth } from './calendar-days.ts';
import { checkupRows } from './checkups.ts';
import { cancellationRows, changeRows } from './contract-changes.ts';
import { subscriptionRow, type Contract } from './contracts.ts';
import { mandateRows, paymentSettingsRows } from './mandates.ts';
import { memberRow, planMembers, type Member } from './members.ts';
import { noteRows } from './notes.ts';
import { notificationRows, notificationRuleRows } from './notifications.ts';
import { planOffer, type GymOffer } from './offer.ts';
import { Purchases } from './purchases.ts';
import { resultRows } from './results.ts';
import type { Row, TableRows } from './row.ts';
import { settingChangeRows } from './setting-changes.ts';
import { planSchedule, sessionRows, sessionsOfWeek, type SlotRow } from './schedule.ts';
import { accountRow, gymRow, invitationRows, planAccounts, planEmployees } from './staff.ts';
import { waitingListRows } from './waiting-lists.ts';
import { memberTagRows, planTags, tagTrailRows } from './tags.ts';

const weeksAtOnce = 4;
const weeksAhead = 3;

export interface LastVisits {
  memberIds: string[];
  at: string[];
}

export class GymModel {
  readonly plan: GymPlan;
  #members: Member[] = [];

  constructor(plan: GymPlan) {
    this.plan = plan;
  }

  *tables(): Generator<TableRows> {
    const { plan } = this;
    const accounts = planAccounts(plan);
    const employees = planEmployees(plan, employeeCount(plan), accounts);
    const active = employees.filter((employee) => employee.row.archived_at === null).map((employee) => employee.id);
    const offer = planOffer(plan);
    const tags = planTags(plan);
    const checklists = planChecklists(plan);
    const members = planMembers(plan, active.length);
    this.#members = members;
    const accountOf = new Map(accounts.map(({ as, id }) => ['castMember' in as ? as.castMember : null, id]));

    yield { table: 'gym', rows: [gymRow(plan)] };
    yield { table: 'account', rows: accounts.map((account) => accountRow(plan, account)) };
    yield { table: 'employee', rows: employees.map((employee) => employee.row) };
    yield { table: 'employee_invitation', rows: invitationRows(plan, employees) };
    for (const [table, rows] of Object.entries(offer.rows)) yield { table, rows };
    yield { table: 'notification_rule', rows: notificationRuleRows(plan) };
    yield { table: 'tag', rows: tags.rows };
    yield { table: 'checklist_template', rows: checklists.templates };
    yield { table: 'checklist_template_action', rows: checklists.templateActions };
    yield {
      table: 'member',
      rows: mapped(members, (member) => [
        memberRow(plan, member, active, (member.castKey && accountOf.get(member.castKey)) || null),
      ]),
    };
    yield { table: 'member_tag', rows: memberTagRows(plan, members, tags, active) };
    yield { table: 'audit_log', rows: tagTrailRows(plan, members, tags, active) };
    yield { table: 'audit_log', rows: settingChangeRows(plan, active[0]) };
    yield* subscriptionTables(plan, offer, members);
    yield* changeTables(plan, members);
    yield { table: 'payment_settings', rows: paymentSettingsRows(plan) };
    yield { table: 'mandate', rows: mandateRows(plan, members) };
    const attendance = new Attendance(plan, members);
    const schedule = planSchedule(plan, offer, active);
    yield { table: 'schedule_slot', rows: schedule.flat() };
    yield* sessionTables(plan, attendance, schedule);
    yield { table: 'waiting_list_entry', rows: waitingListRows(plan, members, attendance) };
    yield { table: 'checkup', rows: checkupRows(plan, members, active) };
    const purchases = new Purchases(plan, offer, active);
    const failed = new Map<string, string>();
    yield {
      table: 'purchase',
      rows: noteFailures(
        mapped(members, (member) => purchases.rowsOf(member)),
        plan,
        members,
        failed,
      ),
    };
    yield { table: 'purchase', rows: purchases.singleSessionRows(attendance.singles) };
    yield { table: 'note', rows: noteRows(plan, members, active) };
    yield { table: 'notification', rows: notificationRows(plan, members, active, failed) };
    const given = () => checklistRows(plan, members, checklists, active);
    yield { table: 'checklist', rows: mapped(given(), ({ row }) => [row]) };
    yield { table: 'checklist_action', rows: mapped(given(), ({ actions }) => actions) };
    yield { table: 'benchmark_result', rows: resultRows(plan, offer, members) };
    yield { table: 'attachment', rows: planFiles(plan, members, active).map((file) => file.row) };
  }

  /** The bytes behind the attachment rows; known once the members' table was made. */
  files(): { key: string; bytes: Buffer }[] {
    return planFiles(this.plan, this.#members, ['']).map(({ key, bytes }) => ({ key, bytes }));
  }

  /** What the members' rows could not know yet; known once all tables were read. */
  lastVisits(): LastVisits {
    const visited = this.#members.filter((member) => member.lastVisitMs !== null);
    return {
      memberIds: visited.map((member) => member.id),
      at: visited.map((member) => new Date(member.lastVisitMs as number).toISOString()),
    };
  }
}

function employeeCount(plan: GymPlan): number {
  return Math.max(4, Math.min(40, plan.cast.length > 0 ? 7 : Math.ceil(plan.memberCount / 60)));
}

/** Lazily, so that no table is ever whole in memory. */
function* mapped<T, R>(items: Iterable<T>, toRows: (item: T) => Iterable<R>): Generator<R> {
  for (const item of items) yield* toRows(item);
}

function* subscriptionTables(plan: GymPlan, offer: GymOffer, members: readonly Member[]): Generator<TableRows> {
  const { gymId: gym_id } = plan;
  const perContract = (toRows: (contract: Contract, member: Member) => Row[]) =>
    mapped(members, (member) => member.contracts.flatMap((contract) => toRows(contract, member)));
  yield {
    table: 'subscription',
    rows: perContract((contract, member) => [subscriptionRow(plan, offer, member.id, contract)]),
  };
  yield {
    table: 'subscription_session_type',
    rows: perContract((contract) =>
      contract.sessionTypes.map((key) => ({
        gym_id,
        subscription_id: contract.id,
        session_type_id: offer.sessionTypeIds[key],
      })),
    ),
  };
  yield {
    table: 'subscription_calendar',
    rows: perContract((contract, member) =>
      calendarsOf(member, offer).map((calendar_id) => ({ gym_id, subscription_id: contract.id, calendar_id })),
    ),
  };
}

/** Both calendars of the member's own location. */
function calendarsOf({ location }: Member, { calendarIds }: GymOffer): string[] {
  return calendarIds.slice(location * 2, location * 2 + 2);
}

/** The rows of contracts refer to each other; what was changed refers to them. */
function* changeTables(plan: GymPlan, members: readonly Member[]): Generator<TableRows> {
  const perContract = (toRows: typeof changeRows) =>
    mapped(members, (member) => member.contracts.flatMap((contract) => toRows(plan, member, contract)));
  yield { table: 'subscription_change', rows: perContract(changeRows) };
  yield { table: 'subscription_cancellation', rows: perContract(cancellationRows) };
}

function* sessionTables(plan: GymPlan, attendance: Attendance, schedule: readonly SlotRow[][]): Generator<TableRows> {
  const mondays = mondaysOf(plan, weeksAhead);
  for (let i = 0; i < mondays.length; i += weeksAtOnce) {
    const part = mondays.slice(i, i + weeksAtOnce);
    const weeks = part.map((monday) => sessionsOfWeek(plan, monday));
    yield { table: 'session', rows: sessionRows(plan, weeks, schedule) };
    yield {
      table: 'registration',
      rows: mapped(part.entries(), ([week, monday]) => attendance.rowsOfWeek(monday, weeks[week] ?? [])),
    };
  }
}

/** Remembers which collected line came back, for the notification about it. */
function* noteFailures(
  rows: Iterable<Row>,
  plan: GymPlan,
  members: readonly Member[],
  failed: Map<string, string>,
): Generator<Row> {
  const failing = new Set(members.filter((member) => member.hasFailedPayment).map((member) => member.id));
  const thisMonth = plan.time.instant(firstOfMonth(plan.time.today), 0);
  for (const row of rows) {
    if (
      row.status === 'RETURNED' &&
      failing.has(row.member_id as string) &&
      Date.parse(row.purchased_at as string) < thisMonth
    )
      failed.set(row.member_id as string, row.id as string);
    yield row;
  }
}
