import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { isBsn, publisherErrors, validateEvent } from '@kring/contracts';
import { alertSpans } from '@kring/replay';
import { simulate, townOf, type Delivery } from '@kring/simulation';
import { householdOf, logOf } from './testing/simulated-log.ts';

const { loadRegions } = await import('@kring/regions');
const regions = await loadRegions(fileURLToPath(new URL('../../../../deploy/regions', import.meta.url)));
const townNamed = (region: string) => townOf(regions, region)!;
const deliveries = (region: string, households: number): Delivery[] => [...simulate({ town: townNamed(region), households, years: 2, seed: '7' })];
const many = 800;
const veendam = deliveries('veendam-pekela', many);
/** A few thousand circles are drawn, which a busy machine takes its time for. */
const longMs = 60_000;

describe('a simulated municipality of each region', () => {
  it.each(['assen', 'heerlen', 'buurthuis', 'stede-broec', 'veendam-pekela'])('speaks the published language in %s, each partner within what it may say', (region) => {
    const found = region === 'veendam-pekela' ? veendam : deliveries(region, 120);
    const errors = found.flatMap(({ event, partner: code }) => {
      const partner = regions.partner(code)!;
      const kind = partner.kind === 'municipality' ? 'gemeente' : partner.kind;
      const rules = [...validateEvent(event), ...publisherErrors({ kind, mandates: partner.mandates }, event.type, event.data)];
      const foreign = regions.partnerOfSource(event.source)?.code === code ? [] : [{ rule: 'foreign-source', pointer: '' }];
      return [...rules, ...foreign].map(({ rule, pointer }) => `${event.id} ${event.type} ${pointer} ${rule}`);
    });
    expect(errors.slice(0, 5)).toEqual([]);
  });

  it('raises every alert that a household can raise', () => {
    const rules = (area: string) => regions.rulesFor(area);
    const codes = new Set([...logOf(veendam, rules)].flatMap(([householdId, history]) => alertSpans({ householdId, history, rules }, '2026-01-01T00:00:00.000Z').map(({ code }) => code)));
    expect([...codes].sort()).toEqual(['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12', 'A13', 'A14', 'A18', 'A21', 'A22', 'A24']);
  }, longMs);

  it('is quiet in most households, and in the others as busy as it is', () => {
    const perHousehold = [...Map.groupBy(veendam, householdOf).values()].map(({ length }) => length);
    const quiet = perHousehold.filter((count) => count <= 3).length;
    expect(perHousehold).toHaveLength(many);
    expect(quiet / many).toBeGreaterThan(0.7);
    expect(quiet / many).toBeLessThan(0.9);
    const busy = perHousehold.filter((count) => count > 3);
    expect(busy.reduce((sum, count) => sum + count, 0) / busy.length / 2).toBeGreaterThan(25);
  });

  it('gives each household an address of its own, and each head in view a number of the test range while there are any', () => {
    const registrations = new Map(veendam.filter(({ event }) => event.type.endsWith('households.registered.v1')).map(({ event }) => [event.id, event.data as { address?: unknown; members?: { bsn?: string }[] }]));
    expect(new Set([...registrations.values()].map(({ address }) => JSON.stringify(address))).size).toBe(many);
    const numbers = [...registrations.values()].flatMap(({ members = [] }) => members.flatMap(({ bsn }) => bsn ?? []));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(60);
    expect(numbers.every((number) => isBsn(number) && number.startsWith('9999'))).toBe(true);
  });
});
