import { bsn } from '../../support/bsn.ts';
import { event, type CloudEvent } from '../../support/events.ts';

/** The partner whose back office the bench plays. */
export const publisher = { partner: 'omring', source: 'urn:nld:kvknr:90000012:systeem:kring-demo' };

const firstBsn = 100;
const hourMs = 3_600_000;

const words = ['started', 'asked', 'planned', 'asked', 'confirmed', 'asked', 'planned', 'asked'] as const;

/** What a back office tells about a household: that it is involved, who comes, what is asked. Two in five name a person. */
export const publishedEvent = (household: number, number: number): CloudEvent => {
  const now = Date.now();
  const common = { household: { bsn: bsn(firstBsn + household) }, occurredAt: new Date(now - hourMs).toISOString(), legalBasis: 'zvw', purpose: 'involvement' };
  const professional = { id: `p-${household}`, name: `Fatima el Idrissi ${household}`, role: 'district-nurse', phone: '0228 56 17 30' };
  const about = `${household}-${number}`;
  switch (words[number % words.length]) {
    case 'started':
      return event(publisher.source, { type: 'involvements.started', data: { ...common, involvementId: `i-${about}`, professional, level: 'basic-team', domain: 'care' } });
    case 'planned': {
      const startsAt = now + (24 + (number % 200)) * hourMs;
      return event(publisher.source, { type: 'visits.planned', data: { ...common, visitId: `v-${about}`, professional, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + hourMs / 2).toISOString() } });
    }
    case 'confirmed':
      return event(publisher.source, { type: 'involvements.confirmed', data: { ...common, involvementId: `i-${household}-${number - (number % words.length)}` } });
    default:
      return event(publisher.source, { type: 'questions.received', data: { ...common, questionId: `q-${about}`, kind: 'question', about: 'self', initiatedBy: 'resident' } });
  }
};

/** The next events of a back office, each about the next of its households. */
export class BackOffice {
  readonly #households: number;
  #count = 0;

  constructor(households: number) {
    this.#households = households;
  }

  next(count: number): CloudEvent[] {
    return Array.from({ length: count }, () => {
      const at = this.#count++;
      return publishedEvent(at % this.#households, Math.floor(at / this.#households));
    });
  }
}
