import type { Alert } from '../hub/answers.ts';
import { Link } from '../routing/navigation.tsx';
import { circlePath } from '../routing/path.ts';
import { Icon } from '../shell/icon.tsx';
import { DateOf } from '../shell/when.tsx';
import { alertTitle } from '../words/alerts.ts';
import { nameOf } from '../words/organisations.ts';

/** One alert among those of many households: where, what, who. Its heading fits the page it stands on. */
export const AlertLine = ({ alert, heading: Heading }: { alert: Alert; heading: 'h2' | 'h3' }) => {
  const title = alertTitle(alert.code);
  return (
    <li className={`kring-alert kring-alert--${alert.severity} kring-alert--line`}>
      <Icon name="warning" size={22} />
      <div>
        <Heading className="kring-alert__title">
          {alert.householdId ? <Link className="kring-found__link" to={circlePath(alert.householdId)}>{title}</Link> : title}
          {alert.severity === 'urgent' && <span className="kring-tag kring-tag--urgent">Dringend</span>}
        </Heading>
        <p>{alert.message.nl}</p>
        <p className="kring-small">{[alert.area ? nameOf(alert.area) : '', actorText(alert)].filter(Boolean).join(' · ')}{' · sinds '}<DateOf at={alert.since} /></p>
      </div>
    </li>
  );
};

export const actorText = ({ actor }: Pick<Alert, 'actor'>): string => {
  if (!actor) return '';
  return actor === 'each-involved' ? 'Aan zet: alle betrokkenen' : `Aan zet: ${nameOf(actor)}`;
};
