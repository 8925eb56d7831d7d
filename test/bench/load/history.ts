import { createHash } from 'node:crypto';
import { beforeTheFirst, type EventStore, type NewEvent } from '@kring/event-store';

type Told = { readonly stream: string; readonly event: NewEvent };
type Word = { readonly type: string; readonly partner: string; readonly data: (about: string, at: number) => NewEvent['data']; readonly personal?: readonly string[] };

const source = { 'gemeente-stede-broec': 'urn:nld:oin:00000099000000000532:systeem:kring-demo', omring: 'urn:nld:kvknr:90000012:systeem:kring-demo', 'ons-stede-broec': 'urn:nld:kvknr:90000011:systeem:kring-demo' } as const;
/** Nobody opens a box while rebuilding; what counts is that there is one, as long as they are. */
const box = 'AQAAAAEAAAAAAAAAAV7mJ0k5cVtq2wXy0uFhN1rTzLbPZs8gQeKd4CxoHa6iMvRj3BWlUnEfYpDGtIS9OV'.repeat(2);
const professional = { id: 'w-1', role: 'district-nurse' };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const began = Date.parse('2026-01-05T08:00:00.000Z');

const asked = { type: 'questions.received', partner: 'ons-stede-broec', data: (about: string) => ({ questionId: about, kind: 'question', about: 'self', initiatedBy: 'resident' }) };
const planned = {
  type: 'visits.planned',
  partner: 'omring',
  personal: ['/professional/name'],
  data: (about: string, at: number) => ({ visitId: about, professional, startsAt: new Date(at + dayMs).toISOString(), endsAt: new Date(at + dayMs + hourMs / 2).toISOString() }),
};
const started = (partner: string, domain: string): Word => ({ type: 'involvements.started', partner, personal: ['/professional/name'], data: () => ({ involvementId: `i-${partner}`, professional, level: 'basic-team', domain }) });

/** What is told of a household, in this order, over some months. */
const words: readonly Word[] = [
  {
    type: 'households.registered', partner: 'gemeente-stede-broec', personal: ['/members/0/name', '/members/1/name', '/address'],
    data: (about) => ({ members: [{ personId: `p_${about}`, relation: 'head' }, { personId: `p_${about}-2`, relation: 'partner' }], area: 'princenhof', addressKind: 'dwelling' }),
  },
  started('omring', 'care'),
  asked,
  planned,
  started('ons-stede-broec', 'welfare'),
  { type: 'contact-persons.assigned', partner: 'ons-stede-broec', personal: ['/professional/name'], data: () => ({ professional, residentPreferred: true }) },
  asked,
  planned,
  { type: 'involvements.confirmed', partner: 'omring', data: () => ({ involvementId: 'i-omring' }) },
  planned,
  asked,
  { type: 'involvements.ended', partner: 'omring', data: () => ({ involvementId: 'i-omring', reason: 'completed' }) },
];

/** A UUID that follows from a name, so that a history is the same each time. */
const uuidOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const tell = (household: number, step: number): Told => {
  const { type, partner, data, personal = [] } = words[step]!;
  const householdId = uuidOf(`household ${household}`);
  const at = began + step * 5 * dayMs + (household % 100_000) * 1_000;
  const occurredAt = new Date(at).toISOString();
  const id = uuidOf(`event ${household} ${step}`);
  return {
    stream: `${partner}-${householdId}`,
    event: {
      id,
      type: `nl.kring.${type}.v1`,
      data: { household: { householdId }, occurredAt, legalBasis: 'wmo', purpose: 'involvement', sensitivity: 'normal', ...data(`${household}-${step}`, at) },
      metadata: { id, source: source[partner as keyof typeof source], time: occurredAt, occurredAt, partner, subject: householdId, kind: 'household', personal: [...personal], ...(personal.length > 0 && { box }), tokens: box },
    },
  };
};

/** So many households are in the middle of their history at the same time: each word is of another household than the one before it. */
const atTheSameTime = 5_000;
const appendsAtOnce = 1_000;

function* history(count: number): Generator<Told> {
  let left = count;
  for (let first = 0; ; first += atTheSameTime) {
    for (let step = 0; step < words.length; step += 1) {
      for (let household = first; household < first + atTheSameTime; household += 1) {
        if (left === 0) return;
        left -= 1;
        yield tell(household, step);
      }
    }
  }
}

/** Stores a history as the door stores events. Does nothing where it is stored already. */
export const storeHistory = async (store: EventStore, count: number): Promise<void> => {
  if ((await store.head()) !== beforeTheFirst) return;
  let waiting: Promise<unknown>[] = [];
  for (const { stream, event } of history(count)) {
    waiting.push(store.append(stream, [event], 'any'));
    if (waiting.length < appendsAtOnce) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
};
