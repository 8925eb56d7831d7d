/** What names the server; `shown` is fit for a message: scheme and hosts, never a password. */
export type Address = { readonly connectionString: string; readonly shown: string };

const form = /^(?:esdb|kurrentdb|kdb)(?<discover>\+discover)?:\/\/(?:[^@/]*@)?(?<hosts>[^/?@]+)\/?(?:\?(?<settings>.*))?$/;

/** What the client understands; over anything else it writes the whole string, password and all, to the console. */
const known = new Set([
  'connectionname', 'defaultdeadline', 'discoveryinterval', 'gossiptimeout', 'keepaliveinterval', 'keepalivetimeout', 'maxdiscoverattempts',
  'nodepreference', 'tls', 'tlscafile', 'usercertfile', 'userkeyfile',
]);

const reasons: Readonly<Record<string, string>> = {
  tlsverifycert: 'the client always verifies; name the certificate of your own authority with tlsCAFile',
  throwonappendfailure: 'it makes the client answer wrong revisions',
};

const checkSetting = (setting: string): void => {
  const name = setting.split('=')[0] ?? '';
  const flat = name.trim().toLowerCase().replaceAll(/[_-]/g, '');
  if (!known.has(flat)) throw new TypeError(`has the setting "${name}", which cannot be used: ${reasons[flat] ?? 'the client does not know it'}`);
};

/**
 * Reads `esdb://…` or, as it is called since 2025, `kurrentdb://…`; the client knows the first only.
 *
 * @throws TypeError for anything else, without repeating it: it may hold a password.
 */
export const addressOf = (given: string): Address => {
  const trimmed = given.trim();
  const groups = form.exec(trimmed)?.groups;
  if (!groups?.['hosts']) throw new TypeError('must look like esdb://host:2113?tls=false or kurrentdb://user:password@host:2113');
  for (const setting of groups['settings']?.split('&') ?? []) checkSetting(setting);
  const scheme = `esdb${groups['discover'] ?? ''}`;
  return { connectionString: trimmed.replace(/^[^:]+:/, `${scheme}:`), shown: `${scheme}://${groups['hosts']}` };
};
