import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel, Row } from '../shell/panel.tsx';
import { roleWord } from '../words/codes.ts';
import { dayOf, longDateText, relativeDay, timeText } from '../words/dates.ts';
import { listed } from '../words/organisations.ts';
import { panelIds } from './panel-ids.ts';
import { isAhead, organisationWord, visitKey, type Visit } from './rows.ts';

export const Visits = ({ circle }: { circle: Circle }) => {
  const ahead = circle.visits.filter(isAhead(circle.asOf)).sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const days = Map.groupBy(ahead, (visit) => dayOf(visit.startsAt));
  return (
    <Panel id={panelIds.visits} title="Gepland" icon="calendar" count={atTheDoor(ahead).length}>
      {ahead.length === 0 && <Nothing>Er zijn geen bezoeken gepland.</Nothing>}
      {[...days].map(([day, visits]) => <OnDay key={day} visits={visits} now={circle.asOf} />)}
    </Panel>
  );
};

const OnDay = ({ visits, now }: { visits: readonly Visit[]; now: string }) => {
  const at = visits[0]?.startsAt ?? now;
  const near = relativeDay(at, now);
  return (
    <>
      <h3 className="kring-day">{near === 'vandaag' || near === 'morgen' ? `${near}, ${longDateText(at)}` : longDateText(at)}</h3>
      <ul className="kring-rows">{atTheDoor(visits).map((together) => <VisitRow key={together.map(visitKey).join()} visits={together} others={visits} />)}</ul>
    </>
  );
};

/** A joint visit was planned by each and is one visit at the door. */
const atTheDoor = (visits: readonly Visit[]): Visit[][] =>
  [...Map.groupBy(visits, (visit) => (visit.state === 'joint' ? `${visit.startsAt}/${visit.endsAt}` : visitKey(visit))).values()];

const VisitRow = ({ visits: [visit, ...together], others }: { visits: readonly Visit[]; others: readonly Visit[] }) => {
  if (!visit) return null;
  const colliding = others.filter((other) => visit.collidesWith.includes(other.visitId) && other.organisation !== visit.organisation);
  return (
    <Row rowKey={visitKey(visit)} className={`kring-visit ${visit.collidesWith.length > 0 ? 'kring-visit--collides' : ''}`}>
      <p className="kring-visit__time"><span><time dateTime={visit.startsAt}>{timeText(visit.startsAt)}</time><span className="kring-unseen"> tot </span><span aria-hidden="true">–</span><time dateTime={visit.endsAt}>{timeText(visit.endsAt)}</time></span></p>
      <div>
        {[visit, ...together].map((one, at) => (
          <p key={visitKey(one)}><span><strong>{organisationWord(one)}</strong>{one.professional && `, ${one.professional.name ?? roleWord(one.professional.role)}`}</span>{at === 0 && visit.state === 'joint' && <span className="kring-tag kring-tag--ok">Samen</span>}</p>
        ))}
        {visit.collidesWith.length > 0 && <p className="kring-visit__clash"><Icon name="warning" size={18} />Botst met {colliding.length > 0 ? listed(colliding.map(organisationWord)) : 'een ander bezoek'}</p>}
      </div>
    </Row>
  );
};
