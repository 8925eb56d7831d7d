import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel } from '../shell/panel.tsx';
import { Ago } from '../shell/when.tsx';
import { momentText } from '../words/dates.ts';
import { nameOf } from '../words/organisations.ts';

/** A circle is as good as the last word of each organisation in it. */
export const Freshness = ({ circle }: { circle: Circle }) => (
  <Panel title="Hoe actueel is dit?" icon="clock" className="kring-panel--quiet">
    <p>Dit is de situatie van {momentText(circle.asOf)}, volgens wat bekend was op {momentText(circle.knownAt)}.</p>
    {circle.freshness.length === 0 && <Nothing>Er is nog niets doorgegeven over dit huishouden.</Nothing>}
    <ul className="kring-fresh">
      {circle.freshness.map((row) => (
        <li key={row.organisation} className={row.gaps > 0 ? 'kring-fresh--gaps' : ''}>
          {row.gaps > 0 && <Icon name="warning" size={18} />}
          <strong>{nameOf(row.organisation)}</strong> <Ago at={row.lastEventAt} now={circle.asOf} />
          {row.gaps > 0 && <span>, {row.gaps === 1 ? 'er ontbreekt een bericht' : `er ontbreken ${row.gaps} berichten`}</span>}
        </li>
      ))}
    </ul>
  </Panel>
);
