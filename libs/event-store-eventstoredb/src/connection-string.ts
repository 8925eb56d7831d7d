/** What names the server, fit for a message: scheme and hosts, never a password. */
export type Address = { readonly connectionString: string; readonly shown: string };

const form = /^(?:esdb|kurrentdb|kdb)(?<discover>\+discover)?:\/\/(?:[^@/]*@)?(?<hosts>[^/?]+)\/?(?<settings>\?.*)?$/;

/**
 * Reads `esdb://…` or, as it is called since 2025, `kurrentdb://…`; the client knows the first only.
 *
 * @throws TypeError for anything else, without repeating it: it may hold a password.
 */
export const addressOf = (given: string): Address => {
  const trimmed = given.trim();
  const groups = form.exec(trimmed)?.groups;
  if (!groups?.['hosts']) throw new TypeError('must look like esdb://host:2113?tls=false or kurrentdb://user:password@host:2113');
  if (/[?&]throwOnAppendFailure=false/i.test(trimmed)) throw new TypeError('throwOnAppendFailure=false makes the client answer wrong revisions; leave it out');
  const scheme = `esdb${groups['discover'] ?? ''}`;
  return { connectionString: trimmed.replace(/^[^:]+:/, `${scheme}:`), shown: `${scheme}://${groups['hosts']}` };
};
