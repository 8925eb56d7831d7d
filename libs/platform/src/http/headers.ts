/** What every answer says to a browser (NL API Design Rules, transport security), unless a route said otherwise. */
export const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;

export const versionHeader = 'api-version';
export const problemType = 'application/problem+json; charset=utf-8';
