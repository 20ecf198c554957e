// Headers that keep a page to itself. Fixed texts, so that they cost an answer next to nothing.

/** Our pages: own files only, styles included (docs/decisions/0005). */
const PAGE_POLICY = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
});

/** GraphiQL's editor draws its icons from a font in its style sheet and works in workers. */
const GRAPHIQL_POLICY = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
});

const ANSWER_POLICY = policy({ 'default-src': "'none'" });

function policy(sources: Record<string, string>): string {
  const own = { ...sources, 'base-uri': "'none'", 'form-action': "'self'", 'frame-ancestors': "'none'" };
  return Object.entries(own)
    .map((entry) => entry.join(' '))
    .join('; ');
}

export type Surface = 'PAGE' | 'GRAPHIQL' | 'ANSWER';
const POLICIES: Record<Surface, string> = { PAGE: PAGE_POLICY, GRAPHIQL: GRAPHIQL_POLICY, ANSWER: ANSWER_POLICY };

export function policyOf(surface: Surface): string {
  return POLICIES[surface];
}

/** On every answer; a page replaces the policy by its own. */
export function securityHeaders(isHttps: boolean): Record<string, string> {
  return {
    'content-security-policy': ANSWER_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}
