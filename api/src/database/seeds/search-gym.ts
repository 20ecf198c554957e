// A gym of members only, as many as one likes: what the benchmarks of the member search need. Nothing is held in memory.
import { isoDate } from './calendar-days.ts';
import type { LastVisits } from './gym.ts';
import type { GymPlan } from './gym-plan.ts';
import { planPerson } from './members.ts';
import { digitsOf } from './phones.ts';
import type { Row, TableRows } from './row.ts';
import { accountRow, gymRow, planAccounts, planEmployees } from './staff.ts';

export class SearchGymModel {
  readonly plan: GymPlan;

  constructor(plan: GymPlan) {
    this.plan = plan;
  }

  *tables(): Generator<TableRows> {
    const { plan } = this;
    const accounts = planAccounts(plan);
    const employees = planEmployees(plan, 4, accounts);
    yield { table: 'gym', rows: [gymRow(plan)] };
    yield { table: 'account', rows: accounts.map((account) => accountRow(plan, account)) };
    yield { table: 'employee', rows: employees.map((employee) => employee.row) };
    yield { table: 'member', rows: this.#members(employees.map((employee) => employee.id)) };
  }

  lastVisits(): LastVisits {
    return { memberIds: [], at: [] };
  }

  *#members(employeeIds: readonly string[]): Generator<Row> {
    const { plan } = this;
    const { today } = plan.time;
    const random = plan.random.fork('members');
    for (let index = 0; index < plan.memberCount; index++) {
      // Numbers follow the order of joining, over six years.
      const joinedOn = today - 1 - Math.floor((2200 * (plan.memberCount - index - 1)) / plan.memberCount);
      const createdMs = plan.time.instant(joinedOn, 300) + (index % 60_000);
      const { name, birthDate, email, phone, address } = planPerson(plan, index, random, undefined);
      const lastVisitOn = today - 1 - Math.floor((today - 1 - joinedOn) * random.fraction() ** 3);
      yield {
        gym_id: plan.gymId,
        id: random.uuid(createdMs),
        member_number: 1001 + index,
        ...name,
        birth_date: birthDate,
        joined_on: isoDate(joinedOn),
        email,
        phone,
        phone_digits: phone === null ? null : digitsOf(phone),
        street: address?.street ?? null,
        house_number: address?.house_number ?? null,
        postal_code: address?.postal_code ?? null,
        city: address?.city ?? null,
        country: address?.country ?? null,
        employee_id: random.chance(0.07) ? null : random.pick(employeeIds),
        last_visit_at: random.chance(0.04) ? null : plan.time.at(lastVisitOn, random.int(13, 40) * 30),
        subscribed_until: random.chance(0.2) ? isoDate(lastVisitOn) : null,
        created_at: new Date(createdMs).toISOString(),
      };
    }
  }
}
