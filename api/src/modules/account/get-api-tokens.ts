import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import type { ApiToken } from './api-token.entity.ts';
import { assertMayInGym } from './viewer.policy.ts';
import { Permission } from './viewer.type.ts';

/** The viewer's own, whatever their role, the latest first; those that are revoked or have run out too. */
export async function getApiTokens(context: Context): Promise<ApiToken[]> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_API_TOKENS);
  const rows = await context.db.rows<{ token: ApiToken }>(
    `select json_build_object('id', id, 'name', name, 'prefix', prefix, 'scope', scope, 'createdAt', created_at,
       'expiresAt', expires_at, 'lastUsedAt', last_used_at, 'revokedAt', revoked_at) as token
     from api_token where employee_id = $1 order by created_at desc, id desc`,
    [viewer.employeeId],
  );
  return rows.map(({ token }) => token);
}
