import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel, Row } from '../shell/panel.tsx';
import { DateOf } from '../shell/when.tsx';
import { supporterWord } from '../words/codes.ts';
import { nameOf } from '../words/organisations.ts';
import { panelIds } from './panel-ids.ts';
import { isSupportingNow, supporterKey, supporterName } from './rows.ts';

export const Supporters = ({ circle }: { circle: Circle }) => {
  const present = circle.supporters.filter(isSupportingNow(circle.asOf));
  return (
    <Panel id={panelIds.supporters} title="Eigen netwerk" icon="person" count={present.length}>
      {present.length === 0 && <Nothing>Er is nog niemand uit het eigen netwerk genoemd. Vraag de bewoner wie er om hen heen staan.</Nothing>}
      <ul className="kring-rows">
        {present.map((row) => (
          <Row key={supporterKey(row)} rowKey={supporterKey(row)} className="kring-person">
            <span className="kring-person__sign kring-tone--own-network"><Icon name="person" size={22} /></span>
            <div>
              <h3 className="kring-person__name">{supporterName(row)}{!row.agreed && <span className="kring-tag">Nog niet afgesproken</span>}</h3>
              <p className="kring-small">{row.label && `${supporterWord(row.kind)} · `}sinds <DateOf at={row.since} /> · genoemd door {nameOf(row.organisation)}</p>
            </div>
          </Row>
        ))}
      </ul>
    </Panel>
  );
};
