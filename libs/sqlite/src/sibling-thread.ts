import { Worker } from 'node:worker_threads';

/**
 * Starts the thread whose entry lies beside the caller: `siblingThread(import.meta.url, 'writer.thread', options)`.
 *
 * Compiled code starts the compiled entry. Run from source, the entry is TypeScript that Node strips itself, so a thread
 * and what it imports use erasable syntax only, and its workspace imports resolve to source as well.
 */
export const siblingThread = (caller: string, name: string, workerData: unknown): Worker => {
  const fromSource = caller.endsWith('.ts');
  const entry = new URL(`./${name}${fromSource ? '.ts' : '.js'}`, caller);
  return new Worker(entry, { workerData, execArgv: fromSource ? ['--conditions=@kring/source'] : [] });
};
