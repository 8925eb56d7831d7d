import { hiddenEvents, visibleTo, type Caller, type Relation } from '@kring/access';
import { eventTitles } from '@kring/contracts/codes';
import type { SealedCircle, TimelineEntry } from '@kring/household';
import type { Regions } from '@kring/regions';
import type { ReplayEntry, Sight } from '@kring/replay';
import { eventsBehind } from './events-behind.ts';

/** Someone before a household, as it stands now: how they stand to it is judged by that, also when they look back. */
export type Onlooker = { readonly reader: Caller; readonly relation: Relation; readonly present: SealedCircle };

type Told = Pick<ReplayEntry, 'organisation' | 'text'>;

const aboutSignals = 'nl.kring.signals.';
const aboutAlerts = 'nl.kring.alerts.';

const titles: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = eventTitles;

/** That it happened, and nothing of what it said. */
const titleOf = ({ type }: TimelineEntry): Told['text'] => {
  const title = titles[type];
  return title ? { nl: `${title.nl}.`, en: `${title.en}.` } : null;
};

/**
 * What someone who may go through a household's events sees of them. An event is as visible as the rows of the circle that rest
 * on it; one on which no row rests is visible unless it is of a partner that is discreet. A resident learns of the signals about
 * them, never who raised them, and is not shown the alerts of those who work for them; an auditor, only that there was a signal.
 */
export const sightOf = ({ reader, relation, present }: Onlooker, regions: Regions): Sight => {
  const seen = visibleTo(reader, present, regions);
  const visible = eventsBehind(seen);
  const hidden = seen ? hiddenEvents(present, seen) : new Set<string>();
  const isResident = relation === 'resident';
  const isForWorkers = ({ type }: TimelineEntry): boolean => isResident && type.startsWith(aboutAlerts);
  return {
    circle: (circle) => visibleTo(reader, circle, regions, present),
    event: (entry) => {
      if (seen === null || isForWorkers(entry)) return false;
      return visible.has(entry.id) || entry.organisation === reader.partner || (entry.sensitivity === 'normal' && !hidden.has(entry.id));
    },
    told: (entry): Told => {
      const { organisation, text } = entry;
      if (!entry.type.startsWith(aboutSignals)) return { organisation, text };
      if (isResident) return { organisation: null, text };
      return { organisation, text: relation === 'auditor' ? titleOf(entry) : text };
    },
  };
};
