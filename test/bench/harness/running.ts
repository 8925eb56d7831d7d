import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured } from './contender.ts';

/** What to run: a module that exports `open`, and what it is opened with. */
export type Entry = { readonly module: URL; readonly options: object };

const host = new URL('./contender.process.ts', import.meta.url);
/** No measurement takes so long; one that hangs is given up, and the others go on. */
const patienceMs = 45 * 60_000;
const endsWithinMs = 30_000;
const keptOutput = 2_000;

/** A contender in its process. */
export type Running = { measure(): Promise<Measured>; end(): Promise<void> };

type Answer = { readonly done: unknown } | { readonly failed: string };

const tailOf = (child: ChildProcess): (() => string) => {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-keptOutput);
  });
  return () => text.trim();
};

/** The next thing that the process tells; a process that ends before it does is a failure with its last words. */
const answerOf = (child: ChildProcess, lastWords: () => string): Promise<unknown> => {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const late = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 60_000} minutes`)), patienceMs);
  const told = (answer: Answer): void => ('done' in answer ? resolve(answer.done) : reject(new Error(answer.failed)));
  const gone = (): void => reject(new Error(`it ended: ${lastWords() || 'without a word'}`));
  child.once('message', told as (message: unknown) => void);
  child.once('exit', gone);
  return promise.finally(() => {
    clearTimeout(late);
    child.off('message', told as (message: unknown) => void);
    child.off('exit', gone);
  });
};

const endOf = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.connected) child.send('end');
  const late = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
  await ended;
  clearTimeout(late);
};

/** Opens a contender in a process of its own, so that no other's garbage or compiled code is in its way. */
export const start = async ({ module, options }: Entry): Promise<Running> => {
  const child = fork(fileURLToPath(host), [module.href, JSON.stringify(options)], {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const lastWords = tailOf(child);
  try {
    await answerOf(child, lastWords);
  } catch (error) {
    await endOf(child);
    throw error;
  }
  return {
    measure: () => {
      const answer = answerOf(child, lastWords);
      child.send('measure');
      return answer as Promise<Measured>;
    },
    end: () => endOf(child),
  };
};

/** Opens it, measures it once, ends it. */
export const once = async (entry: Entry): Promise<Measured> => {
  const running = await start(entry);
  try {
    return await running.measure();
  } finally {
    await running.end();
  }
};
