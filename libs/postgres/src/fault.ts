import pg from 'pg';

/** The database cannot be used as it is: not there, not ours, or of a later release. The message says what to do. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/**
 * SQLSTATEs after which it makes sense to ask again later: by class (connection lost, refused to these credentials, no such
 * database, transaction rolled back, out of resources, fault of the machine) or whole.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const passingClasses: ReadonlySet<string> = new Set(['08', '28', '3D', '40', '53', '58']);
const passingStates: ReadonlySet<string> = new Set([
  '25006', // read-only: the server has become a standby
  '55P03', // a lock was not to be had
  '57014', // cancelled: it took longer than it may
  '57P01', '57P02', '57P03', '57P05', // stopping, crashed, starting, or idle for too long
]);

/** Whether the server is away or too busy, rather than that the question is wrong. What has no SQLSTATE never came from a server. */
export const isPassing = (error: unknown): boolean => {
  if (!(error instanceof pg.DatabaseError)) return !(error instanceof TypeError || error instanceof RangeError);
  const state = error.code ?? '';
  return passingStates.has(state) || passingClasses.has(state.slice(0, 2));
};

type Thrown = { readonly message?: unknown; readonly errors?: readonly unknown[]; readonly code?: unknown };

/** The cause in a few words, for a person. Attempts at several addresses of one host come as one error without words. */
export const inWords = (error: unknown): string => {
  const { message, errors, code } = (error ?? {}) as Thrown;
  if (Array.isArray(errors)) return errors.map(inWords).join(', ');
  return [message, code].find((one) => typeof one === 'string' && one !== '') as string | undefined ?? 'it gave no reason';
};
