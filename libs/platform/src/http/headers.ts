/** What every answer says to a browser, whatever it holds. */
export const transportHeaders = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;

/** What an answer says besides (NL API Design Rules, transport security), unless its route said otherwise. */
export const securityHeaders = {
  ...transportHeaders,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

export const versionHeader = 'api-version';
export const problemType = 'application/problem+json; charset=utf-8';
