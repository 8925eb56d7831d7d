import type { ProblemError } from '@kring/platform';
import { Problem } from '@kring/platform';
import type { Partner } from '@kring/regions';
import type { CheckParts } from './checks.ts';
import { check } from './checks.ts';
import { storeIdOf } from './event-id.ts';
import type { Evidence, TokenMaker } from './evidence.ts';
import { evidenceOf } from './evidence.ts';
import type { Arrival, CheckedEvent, Outcome } from './publisher.ts';
import { isObject } from './publisher.ts';

export type Ready = { readonly event: CheckedEvent; readonly storeId: string; readonly digest: string; readonly evidence: Evidence };
export type Refused = { readonly refused: readonly ProblemError[]; readonly id: string | null; readonly source: string | null; readonly value: unknown };
export type Prepared = Ready | Refused;

/** The keyed digest of what was published, the same for the same content whatever the order of its fields. */
export type Digester = { digest(json: unknown): string };

export type PrepareParts = CheckParts & { readonly tokens: TokenMaker & Digester };

const attribute = (value: unknown, name: string): string | null => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'string' && found.length <= 256 ? found : null;
};

/** All that can be done for an event before its turn: checks, tokens, digest. */
export const prepare = (arrival: Arrival, partner: Partner, now: Date, parts: PrepareParts): Prepared => {
  const checked = check(arrival, partner, now, parts);
  if (Array.isArray(checked)) {
    const value = 'value' in arrival ? arrival.value : null;
    return { refused: checked, id: attribute(value, 'id'), source: attribute(value, 'source'), value };
  }
  const event = checked as CheckedEvent;
  const { type, data } = event;
  return { event, storeId: storeIdOf(event.source, event.id), digest: parts.tokens.digest({ type, data }), evidence: evidenceOf(event, parts.tokens) };
};

export const rejection = (id: string | null, source: string | null, errors: readonly ProblemError[]): Outcome => {
  const told = new Problem(400, 'Bad Request', 'The event does not fit; see errors.', { errors });
  return { id, source, status: 'rejected', problem: told.body() };
};
