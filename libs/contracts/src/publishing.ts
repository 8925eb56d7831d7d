import { contractOf, type EventContract } from './contract.ts';
import type { PublisherLimit } from './field/published.ts';
import type { ContractError } from './validation/error.ts';

/** A publisher, as far as it matters for what it may publish. */
export type Publisher = {
  /** Kind of partner, as in the region file (`gemeente`, `housing`, …), or `resident` or `hub`. */
  readonly kind: string;
  /** What its region lets it do besides. */
  readonly mandates?: readonly string[];
};

const notAPartner: ReadonlySet<string> = new Set(['resident', 'hub']);

const mayPublish = ({ kind, mandates = [] }: Publisher, { publishers, mandate }: EventContract): boolean => {
  const kinds: readonly string[] = publishers;
  return kinds.includes(kind) || (kinds.includes('any') && !notAPartner.has(kind)) || (mandate !== undefined && mandates.includes(mandate));
};

const notAllowed = ({ publishers, mandate }: EventContract): ContractError => {
  const those = mandate ? [...publishers, `a partner with the mandate ${mandate}`] : publishers;
  return { pointer: '/type', rule: 'publisher-not-allowed', detail: `Of this event the publisher must be: ${those.join(' or ')}.` };
};

const holds = ({ only, except }: PublisherLimit, { kind }: Publisher): boolean => (only === undefined || only === kind) && except !== kind;

const valueAt = (data: unknown, field: string): unknown => (data as Record<string, unknown> | null | undefined)?.[field];

/**
 * What keeps this publisher from publishing this event: the type itself, or a value that only another publisher may use. Looks at
 * nothing but the event and the kind of publisher; whether it really is the contact person or the receiver is for the rules.
 */
export const publisherErrors = (publisher: Publisher, type: string, data: unknown): ContractError[] => {
  const contract = contractOf(type);
  if (!contract) return [];
  if (!mayPublish(publisher, contract)) return [notAllowed(contract)];
  return (contract.limits ?? [])
    .filter((limit) => holds(limit, publisher) && !limit.values.some((value) => value === valueAt(data, limit.field)))
    .map(({ field, values }) => ({
      pointer: `/data/${field}`,
      rule: 'value-not-allowed-for-publisher',
      detail: `This publisher may only say: ${values.join(', ')}.`,
    }));
};
