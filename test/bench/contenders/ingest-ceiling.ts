import { randomBytes } from 'node:crypto';
import { personalPointers, validateEvent } from '@kring/contracts';
import { Blinder, Sealer, boundTo } from '@kring/sealing';
import type { Contender } from '../harness/contender.ts';
import { BackOffice } from '../load/published-event.ts';

type Options = { readonly batch: number; readonly seconds: number };
type Event = { readonly id: string; readonly type: string; readonly data: Readonly<Record<string, unknown>> & { readonly household: { readonly bsn: string } } };

const valueAt = (data: unknown, pointer: string): string => JSON.stringify(pointer.split('/').slice(1).reduce((value: unknown, name) => (value as Record<string, unknown> | undefined)?.[name], data) ?? null);

/** What no door can do without, by the product's own parts on one core: parse, validate, HMAC, seal, stringify. Nothing is stored or looked up. */
export const open = async ({ batch, seconds }: Options): Promise<Contender> => {
  const blinder = new Blinder(randomBytes(32));
  const sealer = new Sealer(1);
  const key = { subject: 'household:bench', key: randomBytes(32) };
  const office = new BackOffice(batch);
  const bodies = Array.from({ length: 8 }, () => JSON.stringify(office.next(batch)));

  const through = (event: Event): number => {
    if (validateEvent(event).length > 0) throw new Error('an event of the bench is not valid');
    const { id, type, data } = event;
    const token = blinder.bsn(data.household.bsn);
    const digest = blinder.digest({ type, data });
    const pointers = personalPointers(type, data);
    const bound = boundTo(id, type, token);
    const box = pointers.length === 0 ? undefined : sealer.seal(key, 'personal', bound, Object.fromEntries(pointers.map((pointer) => [pointer, valueAt(data, pointer)])));
    const tokens = sealer.seal(key, 'tokens', bound, { digest, links: [token] });
    return JSON.stringify(data).length + JSON.stringify({ id, box, tokens, personal: pointers }).length;
  };
  const measure = async () => {
    let count = 0;
    const from = performance.now();
    for (let at = 0; performance.now() - from < seconds * 1_000; at += 1) {
      const events = JSON.parse(bodies[at % bodies.length] ?? '[]') as readonly Event[];
      for (const event of events) through(event);
      count += events.length;
    }
    return { value: (count * 1_000) / (performance.now() - from) };
  };
  return { measure, close: async () => undefined };
};
