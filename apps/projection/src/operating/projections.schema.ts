import { code, flag, instant, list, orNull, row, text, whole } from '@kring/reading';

const difference = row({ collection: text, key: text, is: code('missing', 'extra', 'different') });
const differences = row({ count: whole, atLeast: flag, first: list(difference) });

const rebuildSchema = row({
  kind: code('rebuild', 'back'),
  stage: code('clearing', 'building', 'comparing', 'switching', 'switched', 'compared', 'failed', 'called-off'),
  generation: whole, resumed: flag, startedAt: instant, endedAt: orNull(instant), position: text, goal: text,
  events: whole, drawn: whole, rows: whole, differences: orNull(differences), fault: orNull(text),
});

export const projectionSchema = row({
  name: text, state: code('starting', 'catching-up', 'live', 'retrying', 'fenced', 'stopped'), position: text, lag: whole,
  generation: orNull(whole), formerGeneration: orNull(whole), parked: whole, rebuild: orNull(rebuildSchema),
});

export const projectionsSchema = row({ projections: list(projectionSchema) });

const parkedEvent = row({
  partition: text, state: code('poisoned', 'behind'), stream: text, revision: orNull(whole), position: text, type: text, eventId: text, reason: orNull(text), parkedAt: instant,
});

export const parkedSchema = row({ parked: list(parkedEvent), next: orNull(text) });

export const redrivenSchema = row({ taken: whole, waiting: whole });
