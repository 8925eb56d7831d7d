import type { SealedCircle } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import type { Instant } from '../time/amsterdam.ts';
import { alsoBecause } from './because.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';

/** The aftercare that was started last (S4.16); `from` is when its clock last began to run. */
export type Aftercare = { row: SealedCircle['aftercare']; from: Instant };

const start = (aftercare: Aftercare, happening: Happening<OpenData['nl.kring.aftercare.started.v1']>): void => {
  aftercare.from = happening.at;
  aftercare.row = { organisation: happening.organisation, until: happening.data.until, startedAt: happening.when, lastContactAt: null, trend: null, closedAt: null, because: [happening.event.id] };
};

const contact = (aftercare: Aftercare, happening: Happening<OpenData['nl.kring.aftercare.contacted.v1']>): void => {
  if (!aftercare.row || aftercare.row.closedAt !== null) return;
  aftercare.from = happening.at;
  aftercare.row = { ...aftercare.row, lastContactAt: happening.when, trend: happening.data.trend, ...alsoBecause(aftercare.row, happening) };
};

const close = (aftercare: Aftercare, happening: Happening): void => {
  if (aftercare.row?.closedAt === null) aftercare.row = { ...aftercare.row, closedAt: happening.when, ...alsoBecause(aftercare.row, happening) };
};

export const aftercarePart: Part<Aftercare> = {
  empty: () => ({ row: null, from: -Infinity }),
  on: { 'nl.kring.aftercare.started.v1': start, 'nl.kring.aftercare.contacted.v1': contact, 'nl.kring.aftercare.closed.v1': close },
};
