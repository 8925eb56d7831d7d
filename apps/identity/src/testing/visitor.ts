import { createHash, randomBytes } from 'node:crypto';
import type { Answer, RunningProvider } from './provider.ts';

/** A browser as far as signing in needs one: it keeps cookies, and follows redirects until they lead back to the page. */
export class Visitor {
  readonly #jar = new Map<string, string>();
  readonly #verifier = randomBytes(32).toString('base64url');

  constructor(private readonly provider: RunningProvider) {}

  async open(url: string, fields?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...(fields && { method: 'POST', body: new URLSearchParams(fields) }) });
    for (const set of answer.headers.getSetCookie()) this.#keep(set);
    const location = answer.headers.get('location');
    if (location === null) return answer;
    const next = new URL(location, url);
    return next.pathname === '/' ? answer : this.open(next.href);
  }

  #keep(cookie: string): void {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
    if (value === '') this.#jar.delete(name);
    else this.#jar.set(name, value);
  }

  /** Asks to sign in, as the page does. */
  authorize(changed: Record<string, string> = {}): Promise<Response> {
    const { base } = this.provider;
    const asked = {
      client_id: 'kring-web', response_type: 'code', scope: 'openid', redirect_uri: `${base}/`, state: 'here', nonce: 'once',
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'), code_challenge_method: 'S256', ...changed,
    };
    return this.open(`${base}/oauth/auth?${new URLSearchParams(asked)}`);
  }

  async pick(account: string): Promise<Response> {
    const choice = await (await this.authorize()).text();
    return this.open(this.provider.base + (/action="([^"]+)"/.exec(choice)?.[1] ?? ''), { account });
  }

  /** Picks an account, and trades the code that the page gets for tokens. */
  async signIn(account: string): Promise<{ readonly back: URL; readonly json: Answer['json'] }> {
    const { base, token } = this.provider;
    const back = new URL((await this.pick(account)).headers.get('location') ?? '');
    const { json } = await token({ grant_type: 'authorization_code', client_id: 'kring-web', code: back.searchParams.get('code') ?? '', redirect_uri: `${base}/`, code_verifier: this.#verifier });
    return { back, json };
  }
}
