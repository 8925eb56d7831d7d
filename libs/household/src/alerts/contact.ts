import type { Situation } from '../circle/situation.ts';

/** The organisation of the contact person keeps the whole together, so it is the first to act; without one, those involved do. */
export const contactOrganisation = ({ circle }: Situation): string => circle.contactPerson?.organisation ?? 'each-involved';
