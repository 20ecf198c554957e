// The gym itself, the people who work there, and the logins of those who have one.
import { isoDate } from './calendar-days.ts';
import type { GymPlan, PlannedAccount } from './gym-plan.ts';
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

export function planEmployees(plan: GymPlan, count: number, accounts: readonly Account[]): Employee[] {
  const random = plan.random.fork('staff');
  const accountOf = new Map(accounts.map((account) => ['employee' in account.as ? account.as.employee : -1, account]));
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
        account_id: accountOf.get(index)?.id ?? null,
        first_name,
        particle,
        last_name,
        email:
          accountOf.get(index)?.email ?? `${asciiName(first_name)}.${asciiName(last_name)}@team.${plan.mailDomains[0]}`,
        role: index === 0 || index === 4 ? 'ADMIN' : 'EMPLOYEE',
        created_at: new Date(startedMs).toISOString(),
        archived_at: count > 6 && index === count - 1 ? plan.time.at(plan.time.today - 200, 1020) : null,
      },
    };
  });
}

/** Somebody who has not opened their link yet; nobody has its secret. */
export function invitationRows(plan: GymPlan, [admin]: readonly Employee[]): Row[] {
  if (plan.cast.length === 0 || !admin) return [];
  const invitedMs = plan.time.today * 86_400_000 - 2 * 86_400_000 + 9 * 3_600_000;
  const random = plan.random.fork('invitations');
  return [
    {
      gym_id: plan.gymId,
      id: random.uuid(invitedMs),
      first_name: 'Fenna',
      last_name: 'Hoekstra',
      email: `fenna.hoekstra@team.${plan.mailDomains[0]}`,
      role: 'EMPLOYEE',
      token_hash: `\\x${random.uuid(invitedMs).replaceAll('-', '').repeat(2)}`,
      created_at: new Date(invitedMs).toISOString(),
      created_by: admin.id,
      expires_at: new Date(invitedMs + 7 * 86_400_000).toISOString(),
    },
  ];
}

export interface Account extends PlannedAccount {
  id: string;
}

export function planAccounts(plan: GymPlan): Account[] {
  return plan.accounts.map((account) => ({
    ...account,
    id: plan.random.fork(`account ${account.email}`).uuid(Date.UTC(2020, 0, 6)),
  }));
}

export function accountRow(plan: GymPlan, { id, email }: Account): Row {
  return {
    id,
    email,
    password_hash: plan.passwordHash,
    locale: null,
    created_at: new Date(started).toISOString(),
    disabled_at: null,
  };
}

export function gymRow(plan: GymPlan): Row {
  return {
    id: plan.gymId,
    name: plan.name,
    locale: plan.locale,
    time_zone: plan.time.timeZone,
    payment_collection: plan.paymentCollection,
    legal_name: `${plan.name} B.V.`,
    legal_address: `Havenweg 1\n${plan.towns[0]?.city}`,
    vat_number: 'NL001234567B01',
    email: `info@${plan.mailDomains[0]}`,
    phone: '030 700 1234',
    website: `https://${plan.mailDomains[0]}`,
    address: `Havenweg 1\n${plan.towns[0]?.city}`,
    created_at: '2019-09-01T08:00:00.000Z',
    // What came before is made up with the rest; the daily job charges what comes.
    charges_from: isoDate(plan.time.today),
  };
}
