import { useCallback, useEffect, useReducer, useState } from 'react';
import type { Circle } from '@kring/contracts';
import type { Purpose } from '@kring/contracts/codes';
import type { Moment } from '../hub/answers.ts';
import type { Hub } from '../hub/hub.ts';
import { followCircle, type Connection } from '../hub/live.ts';
import { asProblem, type HubProblem } from '../hub/problem.ts';
import { useSession } from '../session/use-session.ts';
import { whatChanged, type Change } from './changes.ts';

export type CircleView =
  | { is: 'loading' }
  | { is: 'failed'; problem: HubProblem }
  | { is: 'shown'; circle: Circle; changes: readonly Change[]; changedAt: string | null; connection: Connection | 'off' };

type Happened =
  | { what: 'asked' }
  | { what: 'loaded'; circle: Circle; live: boolean }
  | { what: 'changed'; circle: Circle }
  | { what: 'connection'; connection: Connection }
  | { what: 'seen' }
  | { what: 'failed'; problem: HubProblem };

export const next = (view: CircleView, happened: Happened): CircleView => {
  switch (happened.what) {
    case 'asked':
      return { is: 'loading' };
    case 'failed':
      return { is: 'failed', problem: happened.problem };
    case 'loaded':
      return { is: 'shown', circle: happened.circle, changes: [], changedAt: null, connection: happened.live ? 'connecting' : 'off' };
    case 'changed':
      return view.is === 'shown' ? withCircle(view, happened.circle) : view;
    case 'connection':
      return view.is === 'shown' ? { ...view, connection: happened.connection } : view;
    case 'seen':
      return view.is === 'shown' ? { ...view, changes: [], changedAt: null } : view;
  }
};

/** Changes stay marked until the reader has seen them: a later sentence about the same row replaces the former. */
const withCircle = (view: Extract<CircleView, { is: 'shown' }>, circle: Circle): CircleView => {
  const fresh = whatChanged(view.circle, circle);
  if (fresh.length === 0) return { ...view, circle };
  const keys = new Set(fresh.map((change) => change.key));
  return { ...view, circle, changes: [...fresh, ...view.changes.filter((change) => !keys.has(change.key))], changedAt: circle.asOf };
};

type Question = { householdId: string; moment: Moment; purpose: Purpose };

export const useCircle = ({ householdId, moment: { asOf, knownAt }, purpose }: Question) => {
  const session = useSession();
  const [view, tell] = useReducer(next, { is: 'loading' });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((count) => count + 1), []);
  const seen = useCallback(() => tell({ what: 'seen' }), []);
  useEffect(() => {
    const stop = new AbortController();
    const fail = (reason: unknown) => {
      if (stop.signal.aborted) return;
      const problem = asProblem(reason);
      if (problem.kind === 'signed-out') session.end();
      tell({ what: 'failed', problem });
    };
    tell({ what: 'asked' });
    showAndFollow({ hub: session.hub, question: { householdId, moment: { asOf, knownAt }, purpose }, tell, fail, signal: stop.signal }).catch(fail);
    return () => stop.abort();
  }, [session, householdId, asOf, knownAt, purpose, round]);
  return { view, again, seen };
};

type Following = { hub: Hub; question: Question; tell: (happened: Happened) => void; fail: (reason: unknown) => void; signal: AbortSignal };

/** The past does not change while one looks at it, so only the present is followed. */
const showAndFollow = async ({ hub, question: { householdId, moment, purpose }, tell, fail, signal }: Following): Promise<void> => {
  const live = moment.asOf === null && moment.knownAt === null;
  const circle = await hub.circle(householdId, moment, { purpose, signal });
  if (signal.aborted) return;
  tell({ what: 'loaded', circle, live });
  if (!live) return;
  const open = (lastEventId: string | null, stop: AbortSignal) => hub.changes(householdId, lastEventId, { purpose, signal: stop });
  await followCircle(open, circle.position, {
    onCircle: (changed) => tell({ what: 'changed', circle: changed }),
    onConnection: (connection) => tell({ what: 'connection', connection }),
    onRefused: fail,
  }, { signal });
};
