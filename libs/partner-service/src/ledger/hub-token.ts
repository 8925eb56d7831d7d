import type { Clock } from '@kring/platform';
import { HubUnreachable } from './hub-unreachable.ts';

export type ClientCredentials = { readonly clientId: string; readonly clientSecret: string };
type Held = { readonly token: string; readonly until: number };

/** A token ends this long before its time, in milliseconds: it must still be good when it arrives. */
const margin = 30_000;

/** The partner's own token at the hub (OAuth 2.0 client credentials), asked for once and kept until shortly before its end. */
export class HubToken {
  private held: Held | undefined;
  private asking: Promise<Held> | undefined;

  constructor(
    private readonly hub: string,
    private readonly credentials: ClientCredentials,
    private readonly clock: Clock,
    private readonly timeout: number,
  ) {}

  async get(): Promise<string> {
    if (this.held && this.clock.now().getTime() < this.held.until) return this.held.token;
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    this.held = await this.asking;
    return this.held.token;
  }

  /** The hub refused it: the next call asks for a new one. */
  forget(): void {
    this.held = undefined;
  }

  private async ask(): Promise<Held> {
    const { clientId, clientSecret } = this.credentials;
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
    const asked = this.clock.now().getTime();
    const answer = await fetch(`${this.hub}/oauth/token`, { method: 'POST', body, signal: AbortSignal.timeout(this.timeout) });
    if (!answer.ok) throw new HubUnreachable(`it gave no token: HTTP ${answer.status}`);
    const { access_token: token, expires_in: seconds } = (await answer.json()) as { access_token: string; expires_in?: number };
    return { token, until: asked + (seconds ?? 60) * 1000 - margin };
  }
}
