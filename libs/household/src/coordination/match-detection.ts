import type { InvolvementRow, MatchRow } from '@kring/contracts';
import type { OpenData } from '../event-data.ts';
import type { Personal } from '../event.ts';
import { about, happened, type HubFact, type Outlook } from './hub-fact.ts';

const detectedType = 'nl.kring.matches.detected.v1';
const closedType = 'nl.kring.matches.closed.v1';

type Active = InvolvementRow<Personal>;
type Listed = OpenData[typeof detectedType]['involvements'][number];
type Closed = { readonly match: MatchRow<Personal>; readonly at: number };

/** Who takes part: whoever is involved now, stale ones until they are hidden from the circle. A hidden involvement takes no part. */
const activeIn = ({ circle }: Outlook): Active[] => circle.involvements.filter(({ until, sensitivity }) => until === null && sensitivity !== 'hidden');

const organisationsOf = (involvements: readonly { readonly organisation: string }[]): string[] => [...new Set(involvements.map(({ organisation }) => organisation))];

const inOrder = (one: Listed, other: Listed): number => (about(one.organisation, one.involvementId) < about(other.organisation, other.involvementId) ? -1 : 1);

/** Every active involvement, in an order of their own; a brokered partner takes part as its organisation only, so once. */
const fullList = (active: readonly Active[]): Listed[] => {
  const listed = active.map(({ organisation, involvementId }) => ({ organisation, involvementId })).sort(inOrder);
  const open = new Set(active.filter(({ sensitivity }) => sensitivity === 'normal').map(({ organisation }) => organisation));
  return listed.filter(({ organisation }, index) => open.has(organisation) || listed.findIndex((one) => one.organisation === organisation) === index);
};

/** The match that was closed last, and when. */
const lastClosed = (outlook: Outlook): Closed | undefined => {
  const closings = happened(outlook, closedType);
  const closed = outlook.circle.matches.filter(({ state }) => state === 'closed').flatMap((match): Closed[] => {
    const closing = closings.find(({ data }) => data['matchId'] === match.matchId);
    return closing ? [{ match, at: Date.parse(closing.occurredAt) }] : [];
  });
  return closed.reduce<Closed | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined);
};

/** New since the close is who was no part of the match, and who had left by then and came back. */
const isNewSince = ({ match, at }: Closed, organisation: string, active: readonly Active[]): boolean =>
  !match.organisations.includes(organisation) || active.every((one) => one.organisation !== organisation || Date.parse(one.since) > at);

const detection = (matchId: string, active: readonly Active[], outlook: Outlook): HubFact => {
  const { canonicalId, asOf } = outlook.circle;
  const before = happened(outlook, detectedType).filter(({ data }) => data['matchId'] === matchId).length;
  return { type: detectedType, about: about(canonicalId, matchId, before), occurredAt: asOf, data: { matchId, involvements: fullList(active) } };
};

const newMatchId = (former: string, active: readonly Active[], { circle, idOf }: Outlook): string =>
  `m_${idOf(about(circle.canonicalId, 'match', former, ...fullList(active).map((one) => about(one.organisation, one.involvementId))))}`;

/**
 * Two organisations are involved at once, and each is to know that the other exists (S0.16). One open match a household: whoever
 * comes later joins it by the full list under the same id. After its close a new organisation opens another with all who are active.
 */
export const detectMatch = (outlook: Outlook): HubFact[] => {
  const active = activeIn(outlook);
  const organisations = organisationsOf(active);
  if (organisations.length < 2) return [];
  const open = outlook.circle.matches.find(({ state }) => state !== 'closed');
  if (open) return organisations.every((one) => open.organisations.includes(one)) ? [] : [detection(open.matchId, active, outlook)];
  const closed = lastClosed(outlook);
  if (closed && !organisations.some((one) => isNewSince(closed, one, active))) return [];
  return [detection(newMatchId(closed?.match.matchId ?? '', active, outlook), active, outlook)];
};
