import { ProjectionFenced } from '@kring/view-store';
import { defaultRetry, delayBefore, pause, type RetryPolicy } from '../back-off.ts';
import { CalledOff, type Understudy } from './understudy.ts';

/** The serving view and the new one are not at the same position any more. */
export class OutOfStep extends Error {
  override readonly name = 'OutOfStep';
}

/** So many attempts in a row may fail, without getting any further, before a rebuild is given up; it can be gone on with. */
const mostFailures = 8;

/** Tries again where a store was away, or where the two fell out of step; each time from what the new generation holds by then. */
export const persistently = async (understudy: Understudy, work: () => Promise<void>, { signal, retry = defaultRetry }: { readonly signal: AbortSignal; readonly retry?: RetryPolicy }): Promise<void> => {
  for (let failures = 0; ; failures += 1) {
    const before = understudy.writer.position;
    try {
      if (failures > 0) await understudy.writer.catchUpWithStore();
      return await work();
    } catch (error) {
      understudy.inStep = false;
      if (signal.aborted) throw new CalledOff();
      if (error instanceof CalledOff || error instanceof ProjectionFenced) throw error;
      if (understudy.writer.position > before) failures = 0;
      if (failures >= mostFailures) throw error instanceof OutOfStep ? (understudy.fault ?? error) : error;
      await pause(delayBefore(failures, retry), signal);
    }
  }
};
