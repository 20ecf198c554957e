// The guard against requests that another site makes a signed-in browser send. Browsers say where a request comes from;
// programs with a token do not, and carry nothing a browser would add by itself.
import type { IncomingHttpHeaders } from 'node:http';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

export interface Origins {
  /** Host of the address the request was sent to. */
  host: string;
  /** The address people use, which a proxy may hide from us. */
  publicUrl: string;
}

export function isForeign(method: string, headers: IncomingHttpHeaders, { host, publicUrl }: Origins): boolean {
  if (SAFE_METHODS.includes(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== host && new URL(origin).origin !== new URL(publicUrl).origin;
}
