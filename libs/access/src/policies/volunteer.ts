import type { Caller } from '../caller.ts';

const withoutHouseholds: readonly string[] = ['volunteer', 'neighbourhood-connector', 'key-figure', 'carer'];
const withHouseholds: readonly string[] = ['caseworker', 'coordinator'];

/**
 * Volunteers, connectors and key figures are taken seriously and carry the neighbourhood, and never see a household (S0.17, S2.29,
 * S3.12): to them it is as if it were not known. Their own tasks and the signals they raised are with the organisation they do it
 * for; the contact person they know by face. Where the same account also works with households, it reads as that worker.
 */
export const isVolunteer = ({ roles }: Pick<Caller, 'roles'>): boolean =>
  roles.some((role) => withoutHouseholds.includes(role)) && !roles.some((role) => withHouseholds.includes(role));
