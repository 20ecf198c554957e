// Rows for tests, written by the owner: one line each, with sensible values for what a test does not care about.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { aboutMandateIban, maskedIban } from '../database/iban.ts';
import { testSecrets } from './test-secrets.ts';

type Row = Record<string, unknown>;

export const sampleIban = 'NL91ABNA0417164300';

/** Inserts a row and returns its id. Columns that are not given take the database's defaults. */
export async function insert(owner: pg.Pool, table: string, row: Row): Promise<string> {
  const columns = Object.keys(row);
  const { rows } = await owner.query<{ id: string }>(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning to_jsonb(${table}) ->> 'id' as id`,
    Object.values(row),
  );
  return rows[0]?.id ?? '';
}

let numbers = 1000;

export const addGym = (owner: pg.Pool, row: Row = {}) => insert(owner, 'gym', { name: 'Lift', ...row });

export async function addEmployee(owner: pg.Pool, gymId: string, row: Row = {}): Promise<string> {
  numbers += 1;
  const accountId = await insert(owner, 'account', { email: `employee${numbers}@gym.example`, password_hash: 'none' });
  return insert(owner, 'employee', {
    gym_id: gymId,
    account_id: accountId,
    first_name: 'Sanne',
    last_name: `Bakker${numbers}`,
    email: `employee${numbers}@gym.example`,
    role: 'EMPLOYEE',
    ...row,
  });
}

export function addMember(owner: pg.Pool, gymId: string, row: Row = {}): Promise<string> {
  numbers += 1;
  return insert(owner, 'member', {
    gym_id: gymId,
    member_number: numbers,
    first_name: 'Zoë',
    particle: 'van der',
    last_name: 'Berg',
    joined_on: '2024-01-15',
    ...row,
  });
}

/** Makes one session that a member registered for, and the registration. */
export async function addRegistration(
  owner: pg.Pool,
  gymId: string,
  memberId: string,
  startsAt: string,
  status = 'ATTENDED',
): Promise<string> {
  const sessionId = await addSession(owner, gymId, startsAt);
  return insert(owner, 'registration', {
    gym_id: gymId,
    session_id: sessionId,
    starts_at: startsAt,
    member_id: memberId,
    status,
  });
}

export async function addSession(owner: pg.Pool, gymId: string, startsAt: string, row: Row = {}): Promise<string> {
  const typeId =
    row['session_type_id'] ??
    (await insert(owner, 'session_type', { gym_id: gymId, name: 'CrossFit', color: '#336699' }));
  const calendarId = row['calendar_id'] ?? (await insert(owner, 'calendar', { gym_id: gymId, name: 'Main hall' }));
  return insert(owner, 'session', {
    gym_id: gymId,
    session_type_id: typeId,
    calendar_id: calendarId,
    starts_at: startsAt,
    duration_minutes: 60,
    places: 12,
    ...row,
  });
}

export async function addSubscription(owner: pg.Pool, gymId: string, memberId: string, row: Row = {}): Promise<string> {
  const typeId =
    row['subscription_type_id'] ??
    (await insert(owner, 'subscription_type', {
      gym_id: gymId,
      name: 'Unlimited',
      is_recurring: true,
      price_cents: 7950,
    }));
  return insert(owner, 'subscription', {
    gym_id: gymId,
    member_id: memberId,
    subscription_type_id: typeId,
    starts_on: '2024-01-15',
    price_cents: 7950,
    currency: 'EUR',
    ...row,
  });
}

export async function addMandate(
  owner: pg.Pool,
  gymId: string,
  memberId: string,
  { iban = sampleIban, ...row }: Row & { iban?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const signedOn = row['signed_on'] ?? '2024-01-15';
  return insert(owner, 'mandate', {
    gym_id: gymId,
    id,
    member_id: memberId,
    reference: `M-${id.slice(-12)}`,
    holder: 'Z. van der Berg',
    iban_sealed: testSecrets.seal(iban, aboutMandateIban(gymId, id)),
    masked_iban: maskedIban(iban),
    iban_country: iban.slice(0, 2),
    signed_on: signedOn,
    signed_how: 'PAPER',
    counts_from: signedOn,
    ...row,
  });
}
