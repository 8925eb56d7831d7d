import { hash } from 'node:crypto';
import type { Caller } from '@kring/access';
import type { SealedCircle } from '@kring/household';
import type { CircleRow } from '@kring/projection-runtime';
import type { Times } from './circle-query.ts';

/**
 * Which version of a household's circle this is: the place of its last event, and where time alone changed it since, from
 * when. Versions of one household sort in the order in which they came; a reader who saw this one need not be sent it again.
 */
export const versionOf = ({ circle, drawnByTime }: Pick<CircleRow, 'circle' | 'drawnByTime'>): string =>
  drawnByTime === null ? circle.position : `${circle.position}.${Date.parse(drawnByTime).toString(36).padStart(9, '0')}`;

type Tagged = Pick<SealedCircle, 'householdId' | 'freshness'>;

/**
 * Weak, for what changes with the clock alone (`asOf`, `knownAt`) does not count: the same version, times asked for and
 * reader give the same content.
 */
export const etagOf = (version: string, { householdId, freshness }: Tagged, times: Times | null, { kind, subject, partner, roles }: Caller): string => {
  const content = JSON.stringify([version, householdId, freshness.map(({ gaps }) => gaps), times, kind, subject, partner, roles]);
  return `W/"${hash('sha256', content, 'base64url').slice(0, 22)}"`;
};

/** Whether an If-None-Match names this tag; weakly, as RFC 9110 asks of a GET. */
export const isNamedBy = (etag: string, ifNoneMatch: string | undefined): boolean => {
  if (ifNoneMatch === undefined) return false;
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => plain(tag) === plain(etag));
};
