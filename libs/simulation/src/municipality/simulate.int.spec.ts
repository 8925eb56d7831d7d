import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { isBsn, publisherErrors, validateEvent } from '@kring/contracts';
import { loadRegions } from '@kring/regions';
import { alertSpans } from '@kring/replay';
import { townOf } from '../town/town.ts';
import { householdOf, logOf } from '../testing/simulated-log.ts';
import { simulate, type Delivery } from './simulate.ts';

const regions = await loadRegions(fileURLToPath(new URL('../../../../deploy/regions', import.meta.url)));
const townNamed = (region: string) => townOf(regions, region)!;
const deliveries = (region: string, households: number, seed = '7', years = 2): Delivery[] => [...simulate({ town: townNamed(region), households, years, seed })];
const bytes = (found: readonly Delivery[]): string => createHash('sha256').update(found.map(({ event }) => JSON.stringify(event)).join('\n')).digest('hex');
const many = 800;
const veendam = deliveries('veendam-pekela', many);
/** A few thousand circles are drawn, which a busy machine takes its time for. */
const longMs = 60_000;

describe('a simulated municipality', () => {
  it('is the same to the letter from the same seed, and another from another', () => {
    expect(bytes(deliveries('veendam-pekela', 60))).toBe(bytes(deliveries('veendam-pekela', 60)));
    expect(bytes(deliveries('veendam-pekela', 60))).not.toBe(bytes(deliveries('veendam-pekela', 60, '8')));
  });

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

  it('reaches the hub in order of time, some of it late and some of it twice', () => {
    expect(veendam.every(({ at }, index) => index === 0 || at >= veendam[index - 1]!.at)).toBe(true);
    const late = veendam.filter(({ at, event }) => at - Date.parse(event.data.occurredAt) > 86_400_000 && !event.type.includes('registered'));
    const twice = veendam.length - new Set(veendam.map(({ event: { source, id } }) => `${source} ${id}`)).size;
    expect(late.length / veendam.length).toBeGreaterThan(0.02);
    expect(late.length / veendam.length).toBeLessThan(0.25);
    expect(twice / veendam.length).toBeGreaterThan(0.005);
    expect(twice / veendam.length).toBeLessThan(0.03);
  });

  it('sends word for word the same when it sends again, as a back office does', () => {
    const first = new Map<string, string>();
    const others = veendam.filter(({ event }) => {
      const text = JSON.stringify(event);
      const told = first.get(event.id) ?? text;
      first.set(event.id, told);
      return told !== text;
    });
    expect(others).toEqual([]);
  });

  it('tells nothing before it happened, and nothing of another day than its own two years', () => {
    const [start, end] = ['2023-12-31T00:00:00Z', '2026-01-01T00:00:00Z'].map((time) => Date.parse(time)) as [number, number];
    const wrong = veendam.filter(({ at, event }) => Date.parse(event.data.occurredAt) > at || Date.parse(event.time) > at || at < start || at >= end);
    expect(wrong).toEqual([]);
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
