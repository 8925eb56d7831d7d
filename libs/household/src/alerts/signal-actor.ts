import type { Signal } from '../circle/signals.ts';
import type { Situation } from '../circle/situation.ts';

/** A signal is for whom it was addressed to; one that nobody was asked is for the one face of the family, else for the municipality. */
export const signalActor = ({ row }: Signal, { circle }: Situation): string =>
  row.addressedTo ?? circle.contactPerson?.organisation ?? circle.coordinator?.organisation ?? row.raisedBy;

/** The reporter is protected (S1.14): an alert that others see speaks of the addressee alone. */
export const signalOrganisations = ({ row, organisation, sensitivity }: Signal, { discretion }: Situation): string[] => {
  const addressee = row.addressedTo === null ? [] : [row.addressedTo];
  return discretion(organisation, sensitivity) === 'hidden' ? [...new Set([row.raisedBy, ...addressee])] : addressee;
};
