import type { Circle } from '@kring/contracts';
import type { HubProcess } from '../support/hub-process.ts';
import { householdBsns } from './load.ts';

/** Circles by the id of their household. */
export type Circles = Readonly<Record<string, Circle>>;

/** The circles of the offices' first households, as one of them reads them. */
export const circlesAt = async (hub: HubProcess, query: string): Promise<Circles> => {
  const token = await hub.token('omring');
  const found: Record<string, Circle> = {};
  for (const bsn of householdBsns()) {
    const search = await hub.post<{ households: { householdId: string }[] }>('/v1/households/_search', token, { bsn });
    const [household] = search.body.households;
    if (!household) continue;
    const answer = await hub.get<Circle>(`/v1/households/${household.householdId}/circle${query}`, token);
    if (answer.status !== 200) throw new Error(`a circle was answered with ${answer.status}: ${answer.text}`);
    found[household.householdId] = answer.body;
  }
  return found;
};

/** Without when it was asked. */
export const timeless = (circles: Circles): unknown =>
  Object.fromEntries(Object.entries(circles).map(([id, { asOf: _asOf, knownAt: _knownAt, position: _position, ...circle }]) => [id, circle]));
