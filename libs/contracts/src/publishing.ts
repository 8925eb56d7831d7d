import { contractOf } from './contract.ts';
import type { ContractError } from './validation/error.ts';

/** A publisher, as far as it matters for what it may publish. */
export type Publisher = {
  /** Kind of partner, as in the region file (`gemeente`, `housing`, …), or `resident` or `hub`. */
  readonly kind: string;
  /** What its region lets it do besides. */
  readonly mandates?: readonly string[];
};

const notAPartner: ReadonlySet<string> = new Set(['resident', 'hub']);

/**
 * What keeps this publisher from publishing this event: the type itself, or a value that only another publisher may use. Looks at
 * nothing but the event and the kind of publisher; whether it really is the contact person or the receiver is for the rules.
 */
export const publisherErrors = (publisher: Publisher, type: string, data: unknown): ContractError[] => {
  const contract = contractOf(type);
  if (!contract) return [];
  const { mandate, limits = [] } = contract;
  const kinds: readonly string[] = contract.publishers;
  const allowed = kinds.includes(publisher.kind) || (kinds.includes('any') && !notAPartner.has(publisher.kind)) || (mandate !== undefined && publisher.mandates?.includes(mandate) === true);
  if (!allowed) return [{ pointer: '/type', rule: 'publisher-not-allowed', detail: `Only ${[...kinds, ...(mandate ? [`a partner with the mandate ${mandate}`] : [])].join(' or ')} may publish this event.` }];
  return limits
    .filter((limit) => (limit.only === undefined || limit.only === publisher.kind) && limit.except !== publisher.kind)
    .filter((limit) => !limit.values.includes(String((data as Record<string, unknown> | null)?.[limit.field])))
    .map((limit) => ({ pointer: `/data/${limit.field}`, rule: 'value-not-allowed-for-publisher', detail: `This publisher may only say: ${limit.values.join(', ')}.` }));
};
