import type { Sensitivity, VisitRow } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import { utcText, type Instant } from '../time/amsterdam.ts';
import { learnedBecause } from './because.ts';
import { professionalOf, type Happening } from './happening.ts';
import type { Part } from './part.ts';
import { Register } from './register.ts';

type Row = VisitRow<Personal>;
type Planned = OpenData['nl.kring.visits.planned.v1'];
type Rescheduled = OpenData['nl.kring.visits.rescheduled.v1'];
type Slot = { readonly startsAt: string; readonly endsAt: string };

export type Visit = {
  readonly publisher: string;
  readonly organisation: string;
  row: Row;
  starts: Instant;
  ends: Instant;
  /** Since when it is planned for this slot. */
  plannedAt: Instant;
  sensitivity: Sensitivity | null;
};
export type Visits = Register<Visit>;

const slotOf = ({ startsAt, endsAt }: Slot): Pick<Visit, 'starts' | 'ends'> => ({ starts: Date.parse(startsAt), ends: Date.parse(endsAt) });

const plannedRow = (happening: Happening<Planned>): Row => ({
  visitId: happening.data.visitId,
  organisation: happening.organisation,
  professional: professionalOf(happening, '/professional', happening.data.professional),
  startsAt: utcText(happening.data.startsAt),
  endsAt: utcText(happening.data.endsAt),
  state: 'planned',
  collidesWith: [],
  sensitivity: happening.data.sensitivity ?? 'normal',
  learnedAt: happening.late,
  because: [happening.event.id],
});

const plan = (visits: Visits, happening: Happening<Planned>): void => {
  const row = plannedRow(happening);
  const known = visits.own(row.visitId, happening);
  const planned = { row, ...slotOf(row), plannedAt: happening.at, sensitivity: happening.data.sensitivity ?? null };
  if (!known) return visits.add(row.visitId, { publisher: happening.event.partner, organisation: happening.organisation, ...planned });
  const stays = known.row.state === 'planned' && known.starts === planned.starts && known.ends === planned.ends;
  Object.assign(known, planned, { row: { ...row, ...learnedBecause(known.row, happening) }, plannedAt: stays ? known.plannedAt : happening.at });
};

const put = (visit: Visit, happening: Happening, slot: Slot, state: 'planned' | 'joint'): void => {
  Object.assign(visit, slotOf(slot), { plannedAt: happening.at });
  visit.row = { ...visit.row, startsAt: utcText(slot.startsAt), endsAt: utcText(slot.endsAt), state, ...learnedBecause(visit.row, happening) };
};

/** A joint visit that one of its organisations moves to another slot is joint no longer. */
const reschedule = (visits: Visits, happening: Happening<Rescheduled>): void => {
  const known = visits.own(happening.data.visitId, happening);
  if (!known || known.row.state === 'completed') return;
  const { starts, ends } = slotOf(happening.data);
  const same = known.starts === starts && known.ends === ends;
  if (same && (known.row.state === 'joint' || known.row.state === 'planned')) known.row = { ...known.row, ...learnedBecause(known.row, happening) };
  else put(known, happening, happening.data, 'planned');
};

const close = (state: 'cancelled' | 'completed') => (visits: Visits, happening: Happening<{ visitId: string }>): void => {
  const known = visits.own(happening.data.visitId, happening);
  if (known) known.row = { ...known.row, state, ...learnedBecause(known.row, happening) };
};

const agreeJointly = (visits: Visits, happening: Happening<OpenData['nl.kring.visits.joint-agreed.v1']>): void => {
  for (const { organisation, visitId } of happening.data.visitIds) {
    const known = visits.of(visitId, organisation);
    if (known && known.row.state !== 'cancelled' && known.row.state !== 'completed') put(known, happening, happening.data, 'joint');
  }
};

export const visitsPart: Part<Visits> = {
  empty: () => new Register(),
  on: {
    'nl.kring.visits.planned.v1': plan,
    'nl.kring.visits.rescheduled.v1': reschedule,
    'nl.kring.visits.cancelled.v1': close('cancelled'),
    'nl.kring.visits.completed.v1': close('completed'),
    'nl.kring.visits.joint-agreed.v1': agreeJointly,
  },
};
