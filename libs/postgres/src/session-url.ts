import { DatabaseUnusable } from './fault.ts';

/**
 * Every question is answered by walking one index in its order. A planner without statistics, as on a table that was just filled,
 * would now and then rather read the whole table and sort it; and compiling a plan takes longer than any of them. What is
 * answered is on disk, whatever the server does for others.
 */
const settings = {
  synchronous_commit: 'on',
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
};

const readable = (connectionString: string): URL => {
  if (/^postgres(ql)?:/.test(connectionString) && URL.canParse(connectionString)) return new URL(connectionString);
  throw new DatabaseUnusable('the connection string cannot be read: write it as postgres://user:password@host:5432/database');
};

/** The connection string with what each session begins with; options of its own stay. */
export const sessionUrl = (connectionString: string, statementTimeoutMs: number): string => {
  const url = readable(connectionString);
  const ours = Object.entries({ ...settings, statement_timeout: statementTimeoutMs }).map(([name, value]) => `-c ${name}=${value}`);
  url.searchParams.set('options', [...ours, url.searchParams.get('options') ?? ''].join(' ').trim());
  if (!url.searchParams.has('application_name')) url.searchParams.set('application_name', 'kring');
  return url.href;
};

/** A number of ours behind the connection string, such as `?connections=20`; undefined when it is not there. */
export const numberIn = (connectionString: string, name: string): number | undefined => {
  const text = readable(connectionString).searchParams.get(name);
  if (text === null) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new DatabaseUnusable(`${name} behind the connection string is a whole number from 1`);
  return number;
};
