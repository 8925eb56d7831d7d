import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel, Row } from '../shell/panel.tsx';
import { Since } from '../shell/when.tsx';
import { Because } from '../timeline/because.tsx';
import { alertTitle } from '../words/alerts.ts';
import { actorText } from '../worklist/alert-line.tsx';
import { panelIds } from './panel-ids.ts';
import { alertKey } from './changes.ts';

type Alert = Circle['alerts'][number];

export const Alerts = ({ circle }: { circle: Circle }) => (
  <Panel id={panelIds.alerts} title="Let op" icon="warning" count={circle.alerts.length} className="kring-panel--alerts">
    {circle.alerts.length === 0 && <Nothing>Er zijn nu geen aandachtspunten.</Nothing>}
    <ul className="kring-alerts">{urgentFirst(circle.alerts).map((alert) => <AlertRow key={alertKey(alert)} alert={alert} circle={circle} />)}</ul>
  </Panel>
);

const urgentFirst = (alerts: readonly Alert[]): Alert[] => [...alerts].sort((one, other) => Number(other.severity === 'urgent') - Number(one.severity === 'urgent') || one.code.localeCompare(other.code));

const AlertRow = ({ alert, circle }: { alert: Alert; circle: Circle }) => {
  const title = alertTitle(alert.code);
  return (
    <Row rowKey={alertKey(alert)} className={`kring-alert kring-alert--${alert.severity}`}>
      <Icon name="warning" size={22} />
      <div>
        <h3 className="kring-alert__title">{title}{alert.severity === 'urgent' && <span className="kring-tag kring-tag--urgent">Dringend</span>}</h3>
        <p>{alert.message.nl}</p>
        <div className="kring-alert__end">
          <p className="kring-small">{actorText(alert) && `${actorText(alert)} · `}<Since at={alert.since} now={circle.asOf} /></p>
          <Because householdId={circle.householdId} rule={alert.code} ruleName={title} threshold={alert.threshold} because={alert.because} />
        </div>
      </div>
    </Row>
  );
};
