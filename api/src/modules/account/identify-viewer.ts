// Who is asking: the session cookie or the Bearer token of a request, looked up in one statement.
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '../../database/database.ts';
import type { Clock } from '../../graphql/clock.ts';
import type { Viewer } from '../../graphql/viewer.ts';

export const sessionCookie = 'spotter_session';

export interface Seat {
  session_id?: string;
  token_id?: string;
  scope?: 'READ' | 'WRITE';
  account_id: string | null;
  gym_id: string;
  employee_id: string | null;
  member_id: string | null;
  role: 'ADMIN' | 'EMPLOYEE' | null;
  time_zone: string;
  locale: 'nl' | 'en';
}

/** Secrets are stored hashed. They are random and long, so a fast hash is enough. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Null when the request carries nothing, or nothing that is valid now. A Bearer token wins over a cookie. */
export async function identifyViewer(
  database: Database,
  headers: IncomingHttpHeaders,
  clock: Clock,
): Promise<Viewer | null> {
  const token = bearerOf(headers.authorization);
  const session = cookieOf(headers.cookie);
  if (!token && !session) return null;
  const { rows } = await database.pool.query<Seat>({
    name: token ? 'token_viewer' : 'session_viewer',
    text: `select * from ${token ? 'token_viewer' : 'session_viewer'}($1, $2)`,
    values: [hashSecret(token ?? session ?? ''), clock.now()],
  });
  return rows[0] ? viewerFrom(rows[0]) : null;
}

export function viewerFrom(seat: Seat): Viewer {
  return {
    kind: seat.employee_id ? 'EMPLOYEE' : 'MEMBER',
    accountId: seat.account_id,
    gymId: seat.gym_id,
    timeZone: seat.time_zone,
    locale: seat.locale,
    role: seat.role,
    employeeId: seat.employee_id,
    memberId: seat.member_id,
    via: seat.token_id ? 'TOKEN' : 'SESSION',
    scope: seat.scope ?? 'WRITE',
    sessionId: seat.session_id ?? null,
    tokenId: seat.token_id ?? null,
  };
}

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer (spt_[\w-]{20,100})$/i.exec(header ?? '')?.[1];
}

function cookieOf(header: string | undefined): string | undefined {
  return new RegExp(`(?:^|;\\s*)${sessionCookie}=([\\w-]{20,100})`).exec(header ?? '')?.[1];
}
