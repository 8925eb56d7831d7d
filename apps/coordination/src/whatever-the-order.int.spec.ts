import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActingHub, type Said, type Telling } from './testing/acting-hub.ts';
import { answered, assigned, ended, registered, released, signalled, started, visit } from './testing/tellings.ts';

const now = '2026-06-01T09:00:00.000Z';
const partners = ['omring', 'mee', 'ons', 'de-woonschakel'];
const minute = 60_000;

const partner = fc.constantFrom(...partners);
const happening: fc.Arbitrary<Telling> = fc.oneof(
  partner.chain((one) => fc.constantFrom('basic-team', 'specialist').map((level) => started(one, { level }))),
  partner.map((one) => started(one, { sensitivity: 'hidden' })),
  partner.map(ended),
  partner.map(assigned),
  partner.map(released),
  fc.tuple(partner, fc.constantFrom('s-1', 's-2')).map(([one, signalId]) => signalled(one, signalId)),
  fc.constantFrom('s-1', 's-2').map((signalId) => answered('gemeente', signalId)),
  fc.tuple(partner, fc.integer({ min: 0, max: 3 })).map(([one, half]) => visit(one, `v-${one}`, new Date(Date.parse(now) + 48 * 60 * minute + half * 30 * minute).toISOString())),
);

/** Each at a moment of its own in the months before. */
const history = fc.array(happening, { minLength: 1, maxLength: 12 }).chain((told) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 90 * 24 * 60 }), { minLength: told.length, maxLength: told.length }).map((minutes) =>
    [registered(), ...told].map((one, index): Telling => ({ ...one, number: index + 1, occurredAt: new Date(Date.parse('2026-03-01T09:00:00Z') + (minutes[index - 1] ?? -1) * minute).toISOString() })),
  ),
);

const inTheEnd = async (told: readonly Telling[], { apiece = false, batchSize = 500 } = {}): Promise<readonly Said[]> => {
  const hub = new ActingHub(now);
  const running = hub.start(undefined, { batchSize });
  await running.whenCaughtUp();
  for (const one of told) {
    await hub.tell(one);
    if (apiece) await running.whenCaughtUp();
  }
  await running.whenCaughtUp();
  await running.stop();
  return hub.said;
};

const standing = (said: readonly Said[]): readonly string[] => {
  const cleared = new Set(said.filter(({ type }) => type === 'alerts.cleared').map(({ data }) => data['alertId']));
  const raised = said.filter(({ type, data }) => type === 'alerts.raised' && !cleared.has(data['alertId']));
  return raised.map(({ data }) => `${String(data['code'])} ${String(data['since'])}`).sort();
};

const byId = (said: readonly Said[]): readonly Said[] => said.toSorted((one, other) => (one.id < other.id ? -1 : 1));
const shuffled = history.chain((told) => fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length, maxLength: told.length })));

describe('what the hub says of a household', () => {
  it('is the same in whatever order the news came', () =>
    fc.assert(
      fc.asyncProperty(shuffled, async ([told, order]) => {
        expect(byId(await inTheEnd(order, { batchSize: 500 }))).toEqual(byId(await inTheEnd(told)));
      }),
      { numRuns: 60 },
    ), 60_000);

  it('leaves the same alerts standing, whether the news came at once or piece by piece', () =>
    fc.assert(
      fc.asyncProperty(shuffled, async ([told, order]) => {
        expect(standing(await inTheEnd(order, { apiece: true }))).toEqual(standing(await inTheEnd(told)));
      }),
      { numRuns: 60 },
    ), 60_000);
});
