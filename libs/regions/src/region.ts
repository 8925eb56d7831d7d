import type { Sensitivity } from '@kring/contracts';
import type { Mandate, PartnerKind, Service } from './codes.ts';
import type { AreaEntry, ProgrammeEntry, TeamEntry, UserEntry, VenueEntry } from './region-file.ts';

/** An organisation that publishes to the hub and reads from it. */
export type Partner = {
  readonly code: string;
  readonly name: string;
  readonly kind: PartnerKind;
  /** Code of the region whose file it stands in; it may work in others too. */
  readonly region: string;
  /** URNs of its publishing systems. */
  readonly sources: readonly string[];
  /** What its events are when they do not say. */
  readonly sensitivity: Sensitivity;
  readonly mandates: readonly Mandate[];
  /** Codes of the partners for which it may publish. */
  readonly delegations: readonly string[];
  /** Longest silence that is normal, in hours. */
  readonly rhythmHours: number;
  readonly service: Service | null;
};

export type Area = Omit<AreaEntry, 'areas' | 'municipality'> & {
  readonly region: string;
  /** Code of the area it lies in. */
  readonly within: string | null;
  /** Partner code of the municipality that is responsible here. */
  readonly municipality: string;
};

export type Team = TeamEntry & { readonly region: string };
export type Programme = ProgrammeEntry & { readonly region: string };
export type Venue = VenueEntry & { readonly region: string };

/** Someone who can sign in to the demonstration. `partner` is null for those who belong to none. */
export type DemoUser = Omit<UserEntry, 'bsn'> & { readonly partner: string | null; readonly bsn: string | null };

export type Region = {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Role codes of its own, with their names. */
  readonly roles: Readonly<Record<string, string>>;
  readonly venues: readonly Venue[];
  readonly teams: readonly Team[];
  readonly programmes: readonly Programme[];
};

const hoursIn = { D: 24, H: 1 } as const;

/** `P7D` and `PT12H` in hours. */
export const rhythmInHours = (rhythm: string): number => Number.parseInt(rhythm.replace(/^PT?/, ''), 10) * hoursIn[rhythm.endsWith('H') ? 'H' : 'D'];
