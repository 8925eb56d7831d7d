import { useState } from 'react';
import type { Alert } from '../hub/answers.ts';
import { asProblem, type HubProblem } from '../hub/problem.ts';
import { useSession } from '../session/use-session.ts';
import { PageTitle } from '../shell/page-frame.tsx';
import { ProblemNotice, Waiting } from '../shell/notice.tsx';
import { Nothing } from '../shell/panel.tsx';
import { PurposeField, usePurpose } from '../shell/purpose.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import { AlertLine } from './alert-line.tsx';

export const WorklistPage = () => {
  const { hub } = useSession();
  const purpose = usePurpose();
  const { loaded, again } = useLoaded((signal) => hub.alerts(null, { purpose, signal }), [hub, purpose]);
  return (
    <>
      <PageTitle tab="Aandachtspunten">Aandachtspunten</PageTitle>
      <p className="kring-lead">Wat vraagt om actie bij de huishoudens waar u bij betrokken bent. De dringende staan bovenaan.</p>
      <div className="kring-bar"><PurposeField /></div>
      {loaded.is === 'loading' && <Waiting text="Aandachtspunten worden opgehaald…" />}
      {loaded.is === 'failed' && <ProblemNotice problem={loaded.problem} retry={again} />}
      {loaded.is === 'ready' && <Worklist key={purpose} first={loaded.value.alerts} then={loaded.value.next} />}
    </>
  );
};

const Worklist = ({ first, then }: { first: readonly Alert[]; then: string | null }) => {
  const { alerts, next, problem, more } = useMore(first, then);
  if (alerts.length === 0) return <Nothing>Er staan geen aandachtspunten open.</Nothing>;
  return (
    <>
      <ul className="kring-alerts kring-alerts--wide">{urgentFirst(alerts).map((alert, at) => <AlertLine key={`${alert.householdId}${alert.code}${at}`} alert={alert} heading="h2" />)}</ul>
      {problem && <ProblemNotice problem={problem} />}
      {next && <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={more}>Meer aandachtspunten</button>}
    </>
  );
};

const useMore = (first: readonly Alert[], then: string | null) => {
  const session = useSession();
  const purpose = usePurpose();
  const [alerts, setAlerts] = useState(first);
  const [next, setNext] = useState(then);
  const [problem, setProblem] = useState<HubProblem | null>(null);
  const more = () => {
    session.hub.alerts(next, { purpose }).then(
      (page) => {
        setAlerts([...alerts, ...page.alerts]);
        setNext(page.next);
        setProblem(null);
      },
      (reason: unknown) => {
        const found = asProblem(reason);
        if (found.kind === 'signed-out') session.end();
        setProblem(found);
      },
    );
  };
  return { alerts, next, problem, more };
};

const urgentFirst = (alerts: readonly Alert[]): Alert[] =>
  [...alerts].sort((one, other) => Number(other.severity === 'urgent') - Number(one.severity === 'urgent') || one.since.localeCompare(other.since));
