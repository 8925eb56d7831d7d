import { Link } from '../routing/navigation.tsx';
import { worklistPath } from '../routing/path.ts';
import { useSession } from '../session/use-session.ts';
import { Nothing, Panel } from '../shell/panel.tsx';
import { usePurpose } from '../shell/purpose.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import { AlertLine } from './alert-line.tsx';
import { lineKey, urgentFirst } from './order.ts';

const shown = 3;

/** The few alerts that matter first, beside the search: where this page cannot get them it stays quiet, for the search is what people came for. */
export const AlertsAhead = () => {
  const { hub } = useSession();
  const purpose = usePurpose();
  const { loaded } = useLoaded((signal) => hub.alerts(null, { purpose, signal }), [hub, purpose]);
  if (loaded.is !== 'ready') return null;
  const { alerts, next } = loaded.value;
  return (
    <Panel title="Vraagt nu aandacht" icon="warning" className="kring-ahead">
      {alerts.length === 0 && <Nothing>Er staan geen aandachtspunten open bij huishoudens waar u bij betrokken bent.</Nothing>}
      <ul className="kring-alerts">{urgentFirst(alerts).slice(0, shown).map((alert) => <AlertLine key={lineKey(alert)} alert={alert} heading="h3" />)}</ul>
      {(alerts.length > shown || next) && <p><Link to={worklistPath} className="utrecht-link utrecht-link--html-a">Alle aandachtspunten</Link></p>}
    </Panel>
  );
};
