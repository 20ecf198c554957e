// Who is asking: the session cookie or the Bearer token of a request.
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '../../graphql/viewer.ts';
import type { SeatLookUp } from './seat-look-up.ts';

/**
 * Behind https the name makes browsers refuse the cookie from anybody but this very host: no neighbour under the same
 * domain can sign a visitor in as somebody else. Without https browsers refuse the name.
 */
export const sessionCookieName = (isSecure: boolean): string => `${isSecure ? '__Host-' : ''}spotter_session`;

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

export interface Identified {
  viewer: Viewer;
  /** It has been a minute since somebody noted that this session or token is in use. */
  isNoteDue: boolean;
}

/** Null when the request carries nothing, or nothing that is valid now. A Bearer token wins over a cookie. */
export async function identifyViewer(
  seats: SeatLookUp,
  headers: IncomingHttpHeaders,
  isSecure: boolean,
): Promise<Identified | null> {
  const token = bearerOf(headers.authorization);
  const session = cookieOf(headers.cookie, sessionCookieName(isSecure));
  const secret = token ?? session;
  if (!secret) return null;
  const seat = await seats.find(token ? 'token' : 'session', hashSecret(secret));
  return seat && { viewer: viewerFrom(seat), isNoteDue: seat.is_note_due };
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

function cookieOf(header: string | undefined, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([\\w-]{20,100})(?:;|$)`).exec(header ?? '')?.[1];
}
