import type { RecordedEvent } from '@kring/event-store';
import type { ProjectionStep, RebuildableDefinition, ViewReader } from '../definition.ts';

export const amountOf = (event: RecordedEvent): number => {
  const amount = event.data['amount'];
  if (typeof amount !== 'number') throw new TypeError('no amount');
  return amount;
};

export const numberIn = (value: Uint8Array | undefined): number => (value ? Number(Buffer.from(value).toString()) : 0);

/** Adds up per account: any event that is lost, doubled or out of turn shows in the sum. */
export const sums = (amount: (event: RecordedEvent) => number = amountOf): RebuildableDefinition => ({
  name: 'sums',
  version: '1',
  collections: ['sums'],
  partitionOf: (event) => event.stream,
  apply: (batch, read) => added(batch, read, amount),
});

const added = async (batch: readonly RecordedEvent[], read: ViewReader, amount: (event: RecordedEvent) => number): Promise<ProjectionStep> => {
  const more = new Map<string, number>();
  for (const event of batch) more.set(event.stream, (more.get(event.stream) ?? 0) + amount(event));
  const accounts = [...more.keys()];
  const before = await read.get('sums', accounts);
  const puts = accounts.map((key, index) => ({ collection: 'sums', key, value: Buffer.from(String(numberIn(before[index]) + (more.get(key) ?? 0))) }));
  return { puts, deletes: [], touched: accounts };
};
