import { createHash } from 'node:crypto';
import { personalPointers } from '@kring/contracts';
import { circleOf, coordinate, type HouseholdEvent, type RulesOfArea } from '@kring/household';
import type { Delivery } from '@kring/simulation';

/** Which household of the simulation an event is about; the ids say so. */
export const householdOf = ({ event: { id } }: Delivery): string => /^sim-(.+)-[^-]+-\d{3,}$/.exec(id)?.[1] ?? id;

/** What the door makes of an event, as far as the circle's rules look at it. */
const stored = (delivery: Delivery, place: number): HouseholdEvent => {
  const { event, partner, at } = delivery;
  return {
    uuid: event.id, id: event.id, type: event.type, partner, householdId: householdOf(delivery), position: String(place).padStart(16, '0'), recordedAt: new Date(at).toISOString(),
    occurredAt: event.data.occurredAt, source: event.source, sequence: null, data: event.data, personal: personalPointers(event.type, event.data),
  };
};

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The events of each household as the hub would have them: the second time that one was sent is left out, and its matches come in. */
export const logOf = (deliveries: Iterable<Delivery>, rules: RulesOfArea): ReadonlyMap<string, readonly HouseholdEvent[]> => {
  const logs = new Map<string, HouseholdEvent[]>();
  const seen = new Set<string>();
  let place = 0;
  for (const delivery of deliveries) {
    if (seen.has(delivery.event.id)) continue;
    seen.add(delivery.event.id);
    const log = logs.get(householdOf(delivery)) ?? [];
    logs.set(householdOf(delivery), log);
    log.push(stored(delivery, (place += 2)));
    if (!delivery.event.type.startsWith('nl.kring.involvements.')) continue;
    const [householdId, asOf] = [householdOf(delivery), new Date(delivery.at).toISOString()];
    const circle = circleOf(log, { householdId, canonicalId: householdId, asOf, knownAt: asOf }, rules);
    const facts = coordinate({ circle, events: log, rules: rules(circle.area), idOf }).filter(({ type }) => type === 'nl.kring.matches.detected.v1');
    for (const { type, about, occurredAt, data } of facts) {
      log.push({ uuid: idOf(about), id: idOf(about), type, partner: 'hub', householdId, position: String(place + 1).padStart(16, '0'), recordedAt: asOf, occurredAt, source: 'urn:nld:kvknr:90000000:systeem:kring-hub', sequence: null, data, personal: [] });
    }
  }
  return logs;
};
