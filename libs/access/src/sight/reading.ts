import type { Sensitivity } from '@kring/contracts';
import type { SealedCircle } from '@kring/household';
import type { Regions } from '@kring/regions';
import type { Caller } from '../caller.ts';
import type { Policy } from '../policies/policy.ts';

/** A reader before a circle: what the policies look at. */
export type Reading = {
  /** The reader's organisation; null for a resident or an auditor. */
  readonly own: string | null;
  /** Domains in which that organisation is active here. */
  readonly ownDomains: ReadonlySet<string>;
  /** How discreet an organisation is about being here at all. */
  readonly discretionOf: (organisation: string) => Sensitivity;
  readonly sensitivityOf: (row: Involvement) => Sensitivity;
  /** Whether this partner or team code is the reader's organisation, or a team that it is in. */
  readonly isOwn: (partnerOrTeam: string | null) => boolean;
  /** Whether the resident is lawfully not yet told of something by this organisation. */
  readonly isDeferred: (organisation: string, about: Told) => boolean;
  /** Whether the words of an alert may name the organisation. */
  readonly isNamedOpenly: (organisation: string) => boolean;
};

export type Told = 'involvement' | 'signal' | 'match' | 'referral';
type Involvement = Pick<SealedCircle['involvements'][number], 'organisation' | 'involvementId' | 'sensitivity'>;

const discretion: readonly Sensitivity[] = ['normal', 'brokered', 'hidden'];
const mostDiscreet = (sensitivities: readonly Sensitivity[]): Sensitivity => discretion.findLast((one) => sensitivities.includes(one)) ?? 'normal';
const leastDiscreet = (sensitivities: readonly Sensitivity[]): Sensitivity | undefined => discretion.find((one) => sensitivities.includes(one));

/**
 * `now` is the circle as it stands, which may be later than the one that is read: what has become discreet since is discreet in
 * the past too.
 */
export const readingOf = (caller: Caller, circle: SealedCircle, now: SealedCircle, regions: Regions): Reading => ({
  own: caller.partner,
  ownDomains: new Set(now.involvements.filter(({ organisation, until }) => organisation === caller.partner && until === null).map(({ domain }) => domain)),
  discretionOf: discretionIn([now, circle], regions),
  sensitivityOf: (row) => mostDiscreet([row, ...now.involvements.filter((one) => isSame(one, row))].map(({ sensitivity }) => sensitivity)),
  isOwn: (code) => code !== null && caller.partner !== null && regions.organisationsBehind(code).includes(caller.partner),
  isDeferred: (organisation, about) => deferredIn(now, organisation, about),
  isNamedOpenly: (organisation) => {
    const own = circle.involvements.filter((row) => row.organisation === organisation);
    return own.length > 0 ? own.some(({ sensitivity }) => sensitivity === 'normal') : (regions.partner(organisation)?.sensitivity ?? 'normal') === 'normal';
  },
});

const isSame = (one: Involvement, other: Involvement): boolean => one.organisation === other.organisation && one.involvementId === other.involvementId;

/**
 * An organisation is as open as its most open involvement here; one without any as its most open visit or signal, and one that
 * has told nothing of the kind as the region says.
 */
const discretionIn = (circles: readonly SealedCircle[], regions: Regions) => {
  const found = new Map<string, Sensitivity>();
  const find = (organisation: string): Sensitivity => {
    const said = circles.map((circle) => leastDiscreet(sensitivitiesOf(organisation, circle))).find((one) => one !== undefined);
    return said ?? regions.partner(organisation)?.sensitivity ?? 'normal';
  };
  return (organisation: string): Sensitivity => {
    const known = found.get(organisation) ?? find(organisation);
    found.set(organisation, known);
    return known;
  };
};

const sensitivitiesOf = (organisation: string, { contactPerson, coordinator, involvements, visits, signals }: SealedCircle): Sensitivity[] => {
  if (contactPerson?.organisation === organisation || coordinator?.organisation === organisation) return ['normal'];
  const own = involvements.filter((row) => row.organisation === organisation);
  const rows = own.length > 0 ? own : [...visits.filter((row) => row.organisation === organisation), ...signals.filter(({ raisedBy }) => raisedBy === organisation)];
  return rows.map(({ sensitivity }) => sensitivity);
};

/** The last thing that the organisation said about informing the resident counts. */
const deferredIn = ({ residentInformed }: SealedCircle, organisation: string, about: Told): boolean =>
  residentInformed.findLast((row) => row.organisation === organisation && row.about === about)?.deferred ?? false;

/** Whether what an organisation told with this sensitivity is for the reader at all. */
export const isFor = ({ brokered }: Policy, { own }: Reading, organisation: string, sensitivity: Sensitivity): boolean =>
  organisation === own || sensitivity === 'normal' || (sensitivity === 'brokered' && brokered);
