import type { SealedCircle } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import type { Instant } from '../time/amsterdam.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';

type Row = SealedCircle['residentInformed'][number];

/** What the resident was told, by whom, or why that was lawfully put off. */
export type ResidentInformed = { readonly row: Row; readonly at: Instant }[];

const inform = (informed: ResidentInformed, happening: Happening<OpenData['nl.kring.residents.informed.v1']>): void => {
  const deferred = happening.data.deferredReason !== undefined || happening.event.personal.includes('/deferredReason');
  informed.push({ row: { organisation: happening.organisation, about: happening.data.about, at: happening.when, deferred, because: [happening.event.id] }, at: happening.at });
};

export const residentInformedPart: Part<ResidentInformed> = { empty: () => [], on: { 'nl.kring.residents.informed.v1': inform } };

export const residentInformedRows = (informed: ResidentInformed): Row[] => informed.map(({ row }) => row);
