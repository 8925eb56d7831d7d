import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { contracts, isBsn, publisherErrors, validateEvent } from '@kring/contracts';
import { circleOf, type HouseholdEvent } from '@kring/household';
import type { CloudEvent } from '@kring/publisher';
import { loadRegions } from '@kring/regions';
import { demoEvents, publishDemo, type Tally } from './index.ts';

const regions = await loadRegions(fileURLToPath(new URL('../../../../deploy/regions', import.meta.url)));
const anchor = new Date('2026-09-16T08:30:00Z');
const events = demoEvents(regions, anchor);
const publisherOf = ({ source }: CloudEvent) => regions.partnerOfSource(source)!;
const householdOf = ({ id }: CloudEvent): string => id.replace(/^demo-/, '').replace(/-\d{3}$/, '');
const dataOf = (event: CloudEvent) => event.data as Record<string, unknown> & { occurredAt: string };

/** What the door makes of an event, as far as the circle's rules look at it. */
const asStored = (event: CloudEvent, index: number): HouseholdEvent => ({
  uuid: event.id,
  id: event.id,
  type: event.type,
  partner: publisherOf(event).code,
  householdId: householdOf(event),
  position: String(index).padStart(16, '0'),
  recordedAt: dataOf(event).occurredAt,
  occurredAt: dataOf(event).occurredAt,
  source: event.source,
  sequence: null,
  data: dataOf(event),
  personal: [],
});

/** The codes of the alerts of each household on the day that the demonstration is told. */
const alertsOn = (day: Date) =>
  [...Map.groupBy(demoEvents(regions, day), householdOf)].map(([household, own]) => {
    const at = { householdId: household, asOf: day.toISOString(), knownAt: day.toISOString() };
    return { household, codes: [...new Set(circleOf(own.map(asStored), at, (area) => regions.rulesFor(area)).alerts.map(({ code }) => code))] };
  });
const alertsByHousehold = alertsOn(anchor);

describe('the demonstration', () => {
  it('speaks the published language in every event', () => {
    expect(events.flatMap((event) => validateEvent(event).map((error) => ({ id: event.id, type: event.type, ...error })))).toEqual([]);
  });

  it('lets each partner say only what it may', () => {
    const kindOf = (event: CloudEvent): string => (publisherOf(event).kind === 'municipality' ? 'gemeente' : publisherOf(event).kind);
    const refused = events.flatMap((event) => publisherErrors({ kind: kindOf(event), mandates: publisherOf(event).mandates }, event.type, event.data).map(({ rule }) => `${event.id} ${event.type} ${rule}`));
    expect(refused).toEqual([]);
  });

  it('has every kind of event that a partner can tell without knowing an id of the hub', () => {
    const onlyWithHubIds = ['nl.kring.households.merged.v1', 'nl.kring.households.split.v1', 'nl.kring.matches.acknowledged.v1', 'nl.kring.matches.coordination-agreed.v1', 'nl.kring.matches.closed.v1'];
    const tellable = contracts.filter(({ scope, publishers }) => scope === 'household' && publishers.some((one) => one !== 'hub')).map(({ type }) => type as string);
    const told = new Set(events.map(({ type }) => type));
    expect(tellable.filter((type) => !told.has(type) && !onlyWithHubIds.includes(type))).toEqual([]);
  });

  it('is about some tens of households in each of two neighbourhoods, most of them calm', () => {
    for (const area of ['de-lariks', 'princenhof']) {
      const own = alertsByHousehold.filter(({ household }) => household.startsWith(area));
      expect(own.length).toBeGreaterThanOrEqual(30);
      expect(own.length).toBeLessThanOrEqual(40);
      expect(own.filter(({ codes }) => codes.length === 0).length).toBeGreaterThan(own.length / 2);
    }
  });

  it.each(['2026-09-16', '2026-11-22', '2027-01-01', '2027-05-06', '2028-02-29'])('means every alert that it raises, also when it is first told on %s', (date) => {
    const told = [...new Set(alertsOn(new Date(`${date}T08:30:00Z`)).flatMap(({ codes }) => codes))];
    expect(told.sort()).toEqual(['A01', 'A02', 'A05', 'A07']);
  });

  it.each(['A01', 'A02', 'A05', 'A07'])('has a few households with %s', (code) => {
    for (const area of ['de-lariks', 'princenhof']) {
      const raised = alertsByHousehold.filter(({ household, codes }) => household.startsWith(area) && codes.includes(code));
      expect([area, raised.length > 0 && raised.length <= 4]).toEqual([area, true]);
    }
  });

  it('gives every event its own id and tells nothing that is still to come', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.filter((event) => dataOf(event).occurredAt >= anchor.toISOString())).toEqual([]);
  });

  it('knows everyone by a number of the test range that nobody else in it has', () => {
    const numbers = JSON.stringify(events.filter(({ type }) => type === 'nl.kring.households.registered.v1').map(({ data }) => (data as { members: unknown }).members)).match(/"bsn":"\d{9}"/g)!.map((found) => found.slice(7, 16));
    expect(numbers.every((number) => isBsn(number) && number.startsWith('9999'))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('gives the demonstration account of a resident a household to see', () => {
    const bsn = regions.user('bewoner-1@resident')?.bsn;
    expect(events.some(({ type, data }) => type === 'nl.kring.households.registered.v1' && JSON.stringify(data).includes(`"${bsn}"`))).toBe(true);
  });

  it('puts each household at an address of its own', () => {
    const addresses = events.filter(({ type }) => type === 'nl.kring.households.registered.v1').map(({ data }) => JSON.stringify((data as { address: unknown }).address));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('is word for word the same from the same day, whatever the hour', () => {
    expect(demoEvents(regions, new Date('2026-09-16T20:00:00Z'))).toEqual(events);
    expect(demoEvents(regions, new Date('2026-09-17T08:30:00Z'))).not.toEqual(events);
  });
});

describe('publishing the demonstration', () => {
  const door = () => {
    const known = new Set<string>();
    const calls: { partner: string; types: string[]; sources: string[] }[] = [];
    const admit = (partner: string, own: readonly CloudEvent[]): Promise<Tally> => {
      calls.push({ partner, types: own.map(({ type }) => type), sources: own.map(({ source }) => source) });
      const fresh = own.filter(({ id }) => !known.has(id));
      fresh.forEach(({ id }) => known.add(id));
      return Promise.resolve({ accepted: fresh.length, duplicates: own.length - fresh.length, rejected: 0 });
    };
    return { admit, calls };
  };

  it('lets each partner tell its own, the households first', async () => {
    const { admit, calls } = door();
    expect(await publishDemo({ regions, anchor, admit })).toEqual({ accepted: events.length, duplicates: 0, rejected: 0 });
    expect(calls.every(({ partner, sources }) => sources.every((source) => regions.partnerOfSource(source)?.code === partner))).toBe(true);
    const registrations = calls.map(({ types }) => types.includes('nl.kring.households.registered.v1'));
    expect(registrations.indexOf(false)).toBeGreaterThan(registrations.lastIndexOf(true));
  });

  it('adds nothing when it is told again', async () => {
    const { admit } = door();
    await publishDemo({ regions, anchor, admit });
    expect(await publishDemo({ regions, anchor, admit })).toMatchObject({ accepted: 0, duplicates: events.length });
  });
});
