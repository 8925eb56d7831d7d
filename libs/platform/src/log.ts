import { pino } from 'pino';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Structured log. Messages are constant texts and fields are flat codes, counts and ids: there is no way to hand it an event,
 * a body or a person, and that is on purpose.
 */
export type Log = {
  error(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  /** An error in words that hold no data: its name, and where it was thrown. */
  describe(error: unknown): string;
};

/** Names and stack frames only: a message may quote the value that caused it, and a value may be a person. */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 6);
  return [error.name, ...frames.map((line) => line.trim())].join(' | ');
};

const words = (fields: LogFields | undefined): string =>
  Object.entries(fields ?? {}).filter(([, value]) => value !== undefined).map(([name, value]) => ` ${name}=${value}`).join('');

const textLog = (level: LogLevel, write: (line: string) => void): Log => {
  const ranks: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];
  const at = (rank: LogLevel) => (message: string, fields?: LogFields) => {
    if (ranks.indexOf(rank) <= ranks.indexOf(level)) write(`${rank === 'info' ? '' : `${rank}: `}${message}${words(fields)}\n`);
  };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug'), describe: describeError };
};

/** `text` for a person at a terminal, `json` (pino) for a machine. */
export const openLog = (level: LogLevel, format: 'text' | 'json', write: (line: string) => void = (line) => void process.stdout.write(line)): Log => {
  if (format === 'text') return textLog(level, write);
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return {
    error: (message, fields) => logger.error(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    info: (message, fields) => logger.info(fields ?? {}, message),
    debug: (message, fields) => logger.debug(fields ?? {}, message),
    describe: describeError,
  };
};

export const silentLog: Log = openLog('silent', 'text');
