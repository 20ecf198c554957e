// One-to-one appointments of members with the employee linked to them.
import { weekdayOf, type Day } from './calendar-days.ts';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import type { Row } from './row.ts';

export interface PlannedCheckup {
  day: Day;
  minute: number;
  isCancelled: boolean;
}

/** About every three months; most have a next one planned. */
export function planCheckups(plan: GymPlan, member: Member): PlannedCheckup[] {
  if (!member.hasCheckups || member.employee === null) return [];
  const random = member.random.fork('checkups');
  const checkups: PlannedCheckup[] = [];
  const until = Math.min(plan.time.today + 60, member.contracts.at(-1)?.endsOn ?? Infinity);
  let day = Math.max(member.joinedOn + 10, plan.historyStart + random.int(0, 90));
  for (; day < until; day += random.int(75, 120)) {
    const appointment = weekdayOf(day) > 5 ? day + 2 : day;
    if (appointment >= plan.time.today && random.chance(0.4)) break;
    if (appointment === plan.time.today) continue;
    checkups.push({ day: appointment, minute: random.int(18, 39) * 30, isCancelled: random.chance(0.07) });
  }
  return checkups;
}

export function* checkupRows(
  plan: GymPlan,
  members: readonly Member[],
  employeeIds: readonly string[],
): Generator<Row> {
  for (const member of members) {
    const random = member.random.fork('checkup rows');
    for (const { day, minute, isCancelled } of planCheckups(plan, member)) {
      const plannedOn = Math.max(
        member.joinedOn,
        Math.min(day - random.int(5, 40), plan.time.today - random.int(1, 9)),
      );
      const createdMs = Math.max(plan.time.instant(plannedOn, random.int(500, 1100)), member.createdMs);
      yield {
        gym_id: plan.gymId,
        id: random.uuid(createdMs),
        member_id: member.id,
        employee_id: employeeIds[member.employee ?? 0] as string,
        starts_at: plan.time.at(day, minute),
        created_at: new Date(createdMs).toISOString(),
        completed_at: day < plan.time.today && !isCancelled ? plan.time.at(day, minute + 35) : null,
        cancelled_at: isCancelled
          ? new Date(Math.min(createdMs + 86_400_000, plan.time.instant(plan.time.today, 0))).toISOString()
          : null,
      };
    }
  }
}
