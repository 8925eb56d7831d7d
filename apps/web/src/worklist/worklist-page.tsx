import type { AlertPage } from '../hub/answers.ts';
import { useSession } from '../session/use-session.ts';
import { PageTitle } from '../shell/page-frame.tsx';
import { ProblemNotice, Waiting } from '../shell/notice.tsx';
import { Nothing } from '../shell/panel.tsx';
import { PurposeField, usePurpose } from '../shell/purpose.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import { usePages } from '../shell/use-pages.ts';
import { AlertLine } from './alert-line.tsx';
import { lineKey, urgentFirst } from './order.ts';

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
      {loaded.is === 'ready' && <Worklist key={purpose} first={loaded.value} />}
    </>
  );
};

const Worklist = ({ first: { alerts, next } }: { first: AlertPage }) => {
  const { hub } = useSession();
  const purpose = usePurpose();
  const { rows, hasMore, problem, more } = usePages({ rows: alerts, next }, async (from) => {
    const page = await hub.alerts(from, { purpose });
    return { rows: page.alerts, next: page.next };
  });
  if (rows.length === 0) return <Nothing>Er staan geen aandachtspunten open.</Nothing>;
  return (
    <>
      <ul className="kring-alerts kring-alerts--wide">{urgentFirst(rows).map((alert) => <AlertLine key={lineKey(alert)} alert={alert} heading="h2" />)}</ul>
      {problem && <ProblemNotice problem={problem} />}
      {hasMore && <button type="button" className="utrecht-button utrecht-button--secondary-action kring-further" onClick={more}>Meer aandachtspunten</button>}
    </>
  );
};
