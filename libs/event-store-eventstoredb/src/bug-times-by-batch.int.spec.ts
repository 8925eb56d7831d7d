import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aStoreOnADouble, type Given } from './testing/given.ts';

let given: Given;

beforeEach(async () => {
  given = await aStoreOnADouble();
});

afterEach(() => given.end());

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const stampedAt = ($recordedAt: string) => ({ id: randomUUID(), type: 'nl.kring.visits.planned.v1', json: true, data: bytes({}), metadata: bytes({ $recordedAt }) });

/** Times that go back, as two appends leave them that overtook each other, were evened out between batches and not within one: two readings of one log told different times. */
it('an event has the same time however many are read with it', async () => {
  given.double.log.append('omring-1', 'any', ['2026-03-02T09:00:00.500Z', '2026-03-02T09:00:00.400Z', '2026-03-02T09:00:00.450Z', '2026-03-02T09:00:00.600Z'].map(stampedAt));
  const timesBy = async (batchSize: number): Promise<string[]> => (await Array.fromAsync(given.store.readAll({ after: '', batchSize }))).flat().map(({ recordedAt }) => recordedAt.slice(20, 23));
  expect(await timesBy(100)).toEqual(['500', '500', '500', '600']);
  expect(await timesBy(1)).toEqual(['500', '500', '500', '600']);
});
