// Accounts that can sign in, and browsers that have.
import { hashPassword } from '../modules/account/password.ts';
import { openBrowser } from './browser.ts';
import type { Browser, BrowserOptions } from './browser.ts';
import { addEmployee, insert } from './fixtures.ts';
import type { TestApi } from './test-api.ts';

export const password = 'correct horse battery';
let passwordHash: Promise<string> | undefined;
let accounts = 0;

export interface Coach {
  accountId: string;
  employeeId: string;
  email: string;
}

export async function addAccount(api: TestApi, row: object = {}): Promise<{ id: string; email: string }> {
  passwordHash ??= hashPassword(password);
  accounts += 1;
  const email = `person${accounts}@gym.example`;
  return { id: await insert(api.owner, 'account', { email, password_hash: await passwordHash, ...row }), email };
}

/** An employee who can sign in. */
export async function addCoach(
  api: TestApi,
  gymId: string,
  account: object = {},
  employee: object = {},
): Promise<Coach> {
  const { id, email } = await addAccount(api, account);
  return { accountId: id, email, employeeId: await addEmployee(api.owner, gymId, { account_id: id, ...employee }) };
}

const mutation = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }`;

export async function signIn(api: TestApi, email: string, options: BrowserOptions = {}): Promise<Browser> {
  const browser = openBrowser(api, options);
  const { errors } = await browser.ask(mutation, { input: { email, password } });
  if (errors?.[0]) throw errors[0];
  return browser;
}
