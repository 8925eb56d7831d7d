import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel } from '../shell/panel.tsx';
import { dateText } from '../words/dates.ts';
import { relationWord } from '../words/codes.ts';

export const Members = ({ circle: { members } }: { circle: Circle }) => (
  <Panel title="Het huishouden" icon="housing" count={members.length}>
    {members.length === 0 && <Nothing>Wie er in dit huishouden wonen is niet bekend of niet zichtbaar voor u.</Nothing>}
    <ul className="kring-rows">
      {members.map((member) => (
        <li key={member.personId} className="kring-row kring-person">
          <span className="kring-person__sign"><Icon name={member.relation === 'child' ? 'youth' : 'person'} size={22} /></span>
          <div>
            <h3 className="kring-person__name">
              {member.name ?? relationWord(member.relation ?? 'other')}
              {member.certainty === 'possible' && <span className="kring-tag">Niet zeker</span>}
              {member.residence === 'also' && <span className="kring-tag">Woont ook ergens anders</span>}
            </h3>
            <p className="kring-small">{[member.name && member.relation ? relationWord(member.relation) : '', member.birthDate ? `geboren ${dateText(member.birthDate)}` : ''].filter(Boolean).join(' · ')}</p>
          </div>
        </li>
      ))}
    </ul>
  </Panel>
);
