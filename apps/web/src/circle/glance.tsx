import type { ReactNode } from 'react';
import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { relativeDay, timeText } from '../words/dates.ts';
import { panelIds } from './panel-ids.ts';
import { isAhead, isInvolvedNow, isOpenSignal, isSupportingNow, organisationWord } from './rows.ts';

/** The circle in one line. Each part leads to the list it counts, so it is also the shortest way down the page. */
export const Glance = ({ circle }: { circle: Circle }) => {
  const involved = circle.involvements.filter(isInvolvedNow).length;
  const supporters = circle.supporters.filter(isSupportingNow(circle.asOf)).length;
  const open = circle.signals.filter(isOpenSignal).length + circle.questions.length;
  return (
    <nav className="kring-summary" aria-label="Deze kring in het kort">
      <ul>
        <Part to={panelIds.alerts} icon="warning"><strong>{circle.alerts.length}</strong> {circle.alerts.length === 1 ? 'aandachtspunt' : 'aandachtspunten'}</Part>
        <Part to={panelIds.involved} icon="welfare"><strong>{involved}</strong> betrokken</Part>
        <Part to={panelIds.supporters} icon="person"><strong>{supporters}</strong> uit eigen netwerk</Part>
        <Part to={panelIds.visits} icon="calendar"><NextVisit circle={circle} /></Part>
        <Part to={panelIds.signals} icon="signal"><strong>{open}</strong> {open === 1 ? 'signaal of vraag' : 'signalen en vragen'}</Part>
      </ul>
    </nav>
  );
};

const Part = ({ to, icon, children }: { to: string; icon: string; children: ReactNode }) => (
  <li><a href={`#${to}`} onClick={(click) => { click.preventDefault(); document.getElementById(to)?.focus(); document.getElementById(to)?.scrollIntoView(); }}><Icon name={icon} size={18} /><span>{children}</span></a></li>
);

const NextVisit = ({ circle }: { circle: Circle }) => {
  const [next] = circle.visits.filter(isAhead(circle.asOf)).sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  if (!next) return 'Geen bezoek gepland';
  return <>Bezoek <strong>{relativeDay(next.startsAt, circle.asOf)} {timeText(next.startsAt)}</strong>, {organisationWord(next)}</>;
};
