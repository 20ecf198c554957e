// Makes a personal API token. The secret leaves the server once, with the answer; only its hash stays.
import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError, UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { dayOf, instantOf } from '../gym/gym-day.ts';
import { ApiToken } from './api-token.entity.ts';
import type { CreateApiTokenInput, CreateApiTokenPayload } from './api-token.inputs.ts';
import { hashSecret } from './identify-viewer.ts';
import { assertMayInGym } from './viewer.policy.ts';
import { Permission } from './viewer.type.ts';

const PREFIX_LENGTH = 'spt_'.length + 4;

export async function createApiToken(context: Context, input: CreateApiTokenInput): Promise<CreateApiTokenPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_API_TOKENS);
  if (!viewer.employeeId) throw new ForbiddenError();
  const now = context.clock.now();
  const secret = `spt_${randomBytes(32).toString('base64url')}`;
  const apiToken: ApiToken = {
    id: idFor(input.id),
    gymId: viewer.gymId,
    employeeId: viewer.employeeId,
    name: lineOf('name', input.name, 60),
    tokenHash: hashSecret(secret),
    prefix: secret.slice(0, PREFIX_LENGTH),
    scope: input.scope,
    createdAt: now,
    expiresAt: endOf(input.expiresOn, dayOf(now, viewer.timeZone), viewer.timeZone),
    lastUsedAt: null,
    revokedAt: null,
  };
  await context.db.write(async (em) => {
    if (await insertOnce(em, ApiToken, apiToken)) return;
    // What the first one made is there, but its secret is not: repeating cannot answer as the first did.
    throw new UserInputError('id', 'ALREADY_CREATED', 'This token was made already; its secret cannot be shown again.');
  });
  return { apiToken, secret };
}

/** The end of the last day, as the gym's clock shows it. */
function endOf(lastDay: string, today: string, timeZone: string): Date {
  if (lastDay <= today) throw new UserInputError('expiresOn', 'NOT_IN_FUTURE', 'Choose a day after today.');
  const latest = DateTime.fromISO(today).plus({ years: 1 }).toISODate();
  if (!latest || lastDay > latest)
    throw new UserInputError('expiresOn', 'TOO_FAR_AHEAD', 'A token works for a year at most.');
  return instantOf(DateTime.fromISO(lastDay).plus({ days: 1 }).toISODate() ?? '', '00:00', timeZone);
}
