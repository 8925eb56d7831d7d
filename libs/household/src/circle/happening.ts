import type { ProfessionalView } from '@kring/contracts';
import type { HouseholdEvent, Personal } from '../event.ts';
import type { CommonData, OpenProfessional } from '../event-data.ts';
import { dayOf, utcText, type Instant } from '../time/amsterdam.ts';

/** An event as the fold looks at it: its two times as numbers, and the organisation that answers for it. */
export type Happening<Data = object> = {
  readonly event: HouseholdEvent;
  readonly data: Data & CommonData;
  /** When it happened. */
  readonly at: Instant;
  /** The same, as UTC text. */
  readonly when: string;
  readonly recorded: Instant;
  /** When it was recorded, where that was on a later local day than it happened; else null. */
  readonly late: string | null;
  /** The publisher, unless it published on behalf of another. */
  readonly organisation: string;
};

/** A nightly upload tells of yesterday: whoever looked yesterday did not know. What was recorded on the day itself was not learned late. */
const lateness = (event: HouseholdEvent, at: Instant, recorded: Instant): string | null =>
  recorded > at && dayOf(recorded) > dayOf(at) ? event.recordedAt : null;

export const happeningOf = (event: HouseholdEvent): Happening => {
  const data = event.data as CommonData;
  const at = Date.parse(event.occurredAt);
  const recorded = Date.parse(event.recordedAt);
  return {
    event,
    data,
    at,
    when: utcText(event.occurredAt),
    recorded,
    late: lateness(event, at, recorded),
    organisation: data.organisation ?? event.partner,
  };
};

const beyondMilliseconds = (time: string): string => /\.\d{3}(\d*)/.exec(time)?.[1]?.replace(/0+$/, '') ?? '';

/** The order of the fold: when it happened, and for what happened at the same instant, the place in the log. */
export const inOrder = (one: Happening, other: Happening): number => {
  if (one.at !== other.at) return one.at - other.at;
  const [fraction, otherFraction] = [beyondMilliseconds(one.event.occurredAt), beyondMilliseconds(other.event.occurredAt)];
  if (fraction !== otherFraction) return fraction < otherFraction ? -1 : 1;
  return one.event.position < other.event.position ? -1 : 1;
};

/** Where a personal value of this event is sealed, or null where the event carries none. */
export const sealedAt = (happening: Happening, pointer: string): Personal =>
  happening.event.personal.includes(pointer) ? { box: happening.event.uuid, pointer } : null;

export const professionalOf = (happening: Happening, pointer: string, open: OpenProfessional): ProfessionalView<Personal> => ({
  id: open.id,
  name: sealedAt(happening, `${pointer}/name`),
  role: open.role,
  team: open.team ?? null,
  phone: sealedAt(happening, `${pointer}/phone`),
  email: sealedAt(happening, `${pointer}/email`),
});
