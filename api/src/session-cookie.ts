// How the session cookie is written. HttpOnly, so no script reads it; SameSite=Lax, so no other site sends it along.
import { sessionCookieName } from './modules/account/identify-viewer.ts';

/** The Set-Cookie header for a token, which must be URL-safe. */
export function sessionCookieHeader(token: string, expiresAt: Date, isSecure: boolean): string {
  return `${sessionCookieName(isSecure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${isSecure ? '; Secure' : ''}`;
}

export function clearedSessionCookieHeader(isSecure: boolean): string {
  return sessionCookieHeader('', new Date(0), isSecure);
}
