// Ends one of the viewer's own API tokens. It is refused from the next request on.
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { ApiToken } from './api-token.entity.ts';
import type { ApiTokenPayload } from './api-token.inputs.ts';
import { assertMayInGym } from './viewer.policy.ts';
import { Permission } from './viewer.type.ts';

export async function revokeApiToken(context: Context, id: string): Promise<ApiTokenPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_API_TOKENS);
  const apiToken = await context.db.write(async (em) => {
    const token = isUuid(id) ? await em.findOne(ApiToken, { id, employeeId: viewer.employeeId ?? '' }) : null;
    if (!token) throw new NotFoundError('You have no such token.');
    token.revokedAt ??= context.clock.now();
    return token;
  });
  return { apiToken };
}
