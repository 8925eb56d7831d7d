import { AppendOutcomeUnknown, WrongExpectedRevision } from '@kring/event-store';
import { Problem } from '@kring/platform';
import type { Clock, ProblemBody } from '@kring/platform';
import { setTimeout as wait } from 'node:timers/promises';
import { HubToken } from './hub-token.ts';
import type { ClientCredentials } from './hub-token.ts';
import { HubUnreachable } from './hub-unreachable.ts';
import type { CommandName, HouseholdReference, KnownReceipt, LedgerEntry, LedgerPage, PartnerLedger, Receipt } from './ledger.ts';
import { staleRevision } from './stale-revision.ts';

/** How long to keep trying; in milliseconds. */
export type Patience = { readonly attempts: number; readonly firstDelay: number; readonly timeout: number };
export const usualPatience: Patience = { attempts: 4, firstDelay: 100, timeout: 10_000 };

export type HubAccess = ClientCredentials & { readonly url: string; readonly clock: Clock; readonly patience?: Patience };

type Outcome<Answer> = { readonly answer: Answer } | { readonly refusal: Problem } | { readonly failure: string };

/** What these say will pass by itself. A token that is refused is this service's own trouble, not its caller's: a new one is asked for. */
const passing: ReadonlySet<number> = new Set([401, 429, 502, 503, 504]);

/**
 * The ledger for a service that runs as a process of its own. Every call may be repeated: a read changes nothing, and the hub
 * knows a repeated write by its command id. Only a write whose last attempt got no answer may or may not have been taken.
 */
export class HttpPartnerLedger implements PartnerLedger {
  private readonly token: HubToken;
  private readonly patience: Patience;

  constructor(private readonly hub: HubAccess) {
    this.patience = hub.patience ?? usualPatience;
    this.token = new HubToken(hub.url, hub, hub.clock, this.patience.timeout);
  }

  read(partner: string, household: HouseholdReference): Promise<LedgerPage> {
    return this.call<LedgerPage>(partner, 'pages/_search', { household });
  }

  async write(partner: string, entry: LedgerEntry): Promise<Receipt> {
    try {
      return await this.call<Receipt>(partner, 'entries', entry);
    } catch (error) {
      if (error instanceof HubUnreachable) throw new AppendOutcomeUnknown(error.message);
      const actual = staleRevision.readFrom(error);
      throw actual === undefined ? error : new WrongExpectedRevision(`ledger of ${partner}`, entry.expectedRevision, actual);
    }
  }

  async receiptOf(partner: string, command: CommandName): Promise<KnownReceipt | undefined> {
    const { known } = await this.call<{ known: KnownReceipt | null }>(partner, 'receipts/_search', command);
    return known ?? undefined;
  }

  private async call<Answer>(partner: string, path: string, body: object): Promise<Answer> {
    const url = `${this.hub.url}/v1/ledgers/${encodeURIComponent(partner)}/${path}`;
    let reason = '';
    for (let attempt = 1; attempt <= this.patience.attempts; attempt++) {
      if (attempt > 1) await wait(this.patience.firstDelay * 2 ** (attempt - 2) * (0.5 + Math.random() / 2));
      const outcome = await this.attempt<Answer>(url, body);
      if ('answer' in outcome) return outcome.answer;
      if ('refusal' in outcome) throw outcome.refusal;
      reason = outcome.failure;
    }
    throw new HubUnreachable(reason);
  }

  private async attempt<Answer>(url: string, body: object): Promise<Outcome<Answer>> {
    try {
      const response = await this.send(url, body);
      if (response.ok) return { answer: (await response.json()) as Answer };
      if (response.status === 401) this.token.forget();
      if (passing.has(response.status)) return { failure: `HTTP ${response.status}` };
      return { refusal: await problemIn(response) };
    } catch (error) {
      return { failure: error instanceof HubUnreachable ? error.message : nameOf(error) };
    }
  }

  private async send(url: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${await this.token.get()}` };
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(this.patience.timeout) });
  }
}

/** The name alone: a message may repeat what was sent. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'no answer');

/** The hub's own refusal, told on as it is. */
const problemIn = async (answer: Response): Promise<Problem> => {
  const { title, detail, errors } = (await answer.json().catch(() => ({}))) as Partial<ProblemBody>;
  return new Problem(answer.status, title ?? `HTTP ${answer.status}`, detail ?? 'The hub refused this.', { errors: errors ?? [] });
};
