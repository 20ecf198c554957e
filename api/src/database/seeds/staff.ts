// The people who work at a gym, and the logins of those who have one.
import type { GymPlan } from './gym-plan.ts';
import { asciiName, nameOf } from './names.ts';
import type { Row } from './row.ts';

const started = Date.UTC(2019, 8, 2, 8);

const familiar = [
  ['Sanne', 'van der', 'Linde'],
  ['Youssef', 'el', 'Amrani'],
  ['Merel', null, 'Dijkstra'],
  ['Jurriën', 'ten', 'Cate'],
  ['Naomi', null, 'Boateng'],
  ['Céline', 'de', 'Graaf'],
  ['Tobias', null, 'Müller'],
] as const;

export interface Employee {
  id: string;
  row: Row;
}

export function planEmployees(plan: GymPlan, count: number, accountIds: ReadonlyMap<number, string>): Employee[] {
  const random = plan.random.fork('staff');
  return Array.from({ length: count }, (_, index) => {
    const startedMs = started + index * 40 * 86_400_000;
    const drawn = nameOf(plan.nameOffset + 30_011 + index * 17, 1);
    const known = plan.cast.length > 0 ? familiar[index] : undefined;
    const [first_name, particle, last_name] = known ?? [drawn.first_name, drawn.particle, drawn.last_name];
    const id = random.uuid(startedMs);
    return {
      id,
      row: {
        gym_id: plan.gymId,
        id,
        account_id: accountIds.get(index) ?? null,
        first_name,
        particle,
        last_name,
        email:
          plan.accounts.find((account) => 'employee' in account.as && account.as.employee === index)?.email ??
          `${asciiName(first_name)}.${asciiName(last_name)}@team.${plan.mailDomains[0]}`,
        role: index === 0 || index === 4 ? 'ADMIN' : 'EMPLOYEE',
        created_at: new Date(startedMs).toISOString(),
        archived_at: count > 6 && index === count - 1 ? plan.time.at(plan.time.today - 200, 1020) : null,
      },
    };
  });
}

export function accountRow(plan: GymPlan, id: string, email: string): Row {
  return {
    id,
    email,
    password_hash: plan.passwordHash,
    locale: null,
    created_at: new Date(started).toISOString(),
    disabled_at: null,
  };
}
