import type { ContactPersonRow } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import type { Instant } from '../time/amsterdam.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';

/** The last time that somebody had a finger on the pulse (S0.21), and the last time that the partners heard of it (S4.17). */
export type Pulse = {
  check: (NonNullable<ContactPersonRow<Personal>['lastPulseCheck']> & { readonly from: Instant }) | null;
  partnersUpdated: { readonly from: Instant; readonly because: string[] } | null;
};

const record = (pulse: Pulse, happening: Happening<OpenData['nl.kring.pulse-checks.recorded.v1']>): void => {
  const { trend, channel, nextDue } = happening.data;
  pulse.check = { at: happening.when, trend, channel, nextDue: nextDue ?? null, from: happening.at, because: [happening.event.id] };
};

const updatePartners = (pulse: Pulse, happening: Happening): void => {
  pulse.partnersUpdated = { from: happening.at, because: [happening.event.id] };
};

export const pulsePart: Part<Pulse> = {
  empty: () => ({ check: null, partnersUpdated: null }),
  on: { 'nl.kring.pulse-checks.recorded.v1': record, 'nl.kring.partners.updated.v1': updatePartners },
};
