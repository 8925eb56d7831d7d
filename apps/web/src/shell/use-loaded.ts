import { useCallback, useEffect, useState, type DependencyList } from 'react';
import { asProblem, type HubProblem } from '../hub/problem.ts';
import { useSession } from '../session/use-session.ts';

export type Loaded<Value> = { is: 'loading' } | { is: 'ready'; value: Value } | { is: 'failed'; problem: HubProblem };

/** Asks the hub, drops the answer to a question that is no longer asked, and ends the session when the hub says it is over. */
export const useLoaded = <Value>(load: (signal: AbortSignal) => Promise<Value>, asked: DependencyList): { loaded: Loaded<Value>; again: () => void } => {
  const session = useSession();
  const [loaded, setLoaded] = useState<Loaded<Value>>({ is: 'loading' });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((count) => count + 1), []);
  useEffect(() => {
    const stop = new AbortController();
    setLoaded({ is: 'loading' });
    load(stop.signal).then(
      (value) => !stop.signal.aborted && setLoaded({ is: 'ready', value }),
      (reason: unknown) => {
        if (stop.signal.aborted) return;
        const problem = asProblem(reason);
        if (problem.kind === 'signed-out') session.end();
        setLoaded({ is: 'failed', problem });
      },
    );
    return () => stop.abort();
    // `load` is new on each drawing; what it asks is in `asked`.
  }, [...asked, round, session]);
  return { loaded, again };
};
