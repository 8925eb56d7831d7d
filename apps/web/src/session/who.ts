/** Who is logged in, as far as the page shows it. The hub decides what this person may see, never the page. */
export type Who = { account: string; roles: readonly string[]; organisation: string | null };

type Granted = { access_token: string; profile: { sub: string } };

export const whoIs = ({ access_token, profile }: Granted): Who => {
  const claims = claimsOf(access_token);
  const [role, partner] = profile.sub.split('@');
  return {
    account: profile.sub,
    roles: isTexts(claims['kring_roles']) ? claims['kring_roles'] : role ? [role] : [],
    organisation: typeof claims['kring_partner'] === 'string' ? claims['kring_partner'] : partner ?? null,
  };
};

/** An opaque token of another identity provider tells nothing, which is no fault. */
const claimsOf = (token: string): Record<string, unknown> => {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (char) => char.charCodeAt(0))));
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
};

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
