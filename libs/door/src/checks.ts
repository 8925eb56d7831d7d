import { publisherErrors, validateEvent } from '@kring/contracts';
import type { ProblemError } from '@kring/platform';
import type { Partner, Regions } from '@kring/regions';
import type { Arrival, CheckedEvent } from './publisher.ts';
import { movedType, registeredType } from './event-types.ts';

const dayMs = 86_400_000;

export type CheckParts = { readonly regions: Regions; readonly maxEventBytes: number };

const error = (pointer: string, rule: string, detail: string): ProblemError => ({ pointer, rule, detail });

/** The catalogue calls a municipality by its Dutch name. */
const kindOf = (partner: Partner): string => (partner.kind === 'municipality' ? 'gemeente' : partner.kind);

/** May this partner say this, as itself or for one that delegated it? Facts that break a rule of the domain are taken; words of another are not. */
const wordsOfAnother = (event: CheckedEvent, partner: Partner, regions: Regions): readonly ProblemError[] => {
  const speakers = [partner, ...partner.delegations.flatMap((code) => regions.partner(code) ?? [])];
  const judged = speakers.map((one) => publisherErrors({ kind: kindOf(one), mandates: one.mandates }, event.type, event.data));
  return judged.some((errors) => errors.length === 0) ? [] : (judged[0] ?? []);
};

const checkPublisher = (event: CheckedEvent, partner: Partner, regions: Regions): ProblemError[] => {
  const errors: ProblemError[] = [];
  if (!partner.sources.includes(event.source)) {
    errors.push(error('/source', 'foreign-source', 'This source does not belong to the partner that is authenticated.'));
  }
  errors.push(...wordsOfAnother(event, partner, regions));
  const organisation = event.data['organisation'];
  if (typeof organisation === 'string' && organisation !== partner.code && !regions.mayPublishFor(partner.code, organisation)) {
    errors.push(error('/data/organisation', 'organisation-not-delegated', 'Publishing for another organisation needs a delegation in the region file.'));
  }
  return errors;
};

const checkArea = (event: CheckedEvent, partner: Partner, regions: Regions): ProblemError[] => {
  const area = event.data['area'];
  if (typeof area !== 'string' || (event.type !== registeredType && event.type !== movedType)) return [];
  const municipality = regions.municipalityOf(area);
  if (municipality === null) return [error('/data/area', 'unknown-area', 'No region file knows this area.')];
  return regions.mayPublishFor(partner.code, municipality) ? [] : [error('/data/area', 'area-not-yours', 'This area is the responsibility of another municipality.')];
};

const checkTime = (event: CheckedEvent, now: Date): ProblemError[] =>
  Date.parse(event.data.occurredAt) > now.getTime() + dayMs ? [error('/data/occurredAt', 'occurred-in-the-future', 'What happened cannot lie more than 24 hours ahead.')] : [];

/** The event when everything is right with it; else everything that is wrong with it, at once. */
export const check = (arrival: Arrival, partner: Partner, now: Date, parts: CheckParts): CheckedEvent | readonly ProblemError[] => {
  if ('unreadable' in arrival) return [arrival.unreadable];
  if (arrival.bytes > parts.maxEventBytes) return [error('', 'event-too-large', `An event is at most ${parts.maxEventBytes} bytes of JSON.`)];
  const shape = validateEvent(arrival.value);
  if (shape.length > 0) return shape;
  const event = arrival.value as unknown as CheckedEvent;
  const rules = [...checkPublisher(event, partner, parts.regions), ...checkArea(event, partner, parts.regions), ...checkTime(event, now)];
  return rules.length > 0 ? rules : event;
};
