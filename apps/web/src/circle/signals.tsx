import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel, Row } from '../shell/panel.tsx';
import { Ago, DateOf } from '../shell/when.tsx';
import { aboutWord, initiatorWord, questionWord, signalOutcomeWord, signalStateWord, signalWord } from '../words/codes.ts';
import { relativeDay } from '../words/dates.ts';
import { nameOf } from '../words/organisations.ts';
import { questionKey, signalKey } from './changes.ts';
import { panelIds } from './panel-ids.ts';
import { isOpenSignal } from './rows.ts';

type Signal = Circle['signals'][number];
type Question = Circle['questions'][number];

export const Signals = ({ circle }: { circle: Circle }) => {
  const open = circle.signals.filter(isOpenSignal);
  const answered = circle.signals.filter((row) => !isOpenSignal(row));
  return (
    <Panel id={panelIds.signals} title="Signalen en vragen" icon="signal" count={open.length + circle.questions.length}>
      {open.length + circle.questions.length === 0 && <Nothing>Er staan geen signalen of vragen open.</Nothing>}
      <ul className="kring-rows">
        {open.map((row) => <SignalRow key={signalKey(row)} row={row} now={circle.asOf} />)}
        {circle.questions.map((row) => <QuestionRow key={questionKey(row)} row={row} now={circle.asOf} />)}
      </ul>
      {answered.length > 0 && (
        <details className="kring-more">
          <summary>Beantwoorde signalen ({answered.length})</summary>
          <ul className="kring-rows">{answered.map((row) => <SignalRow key={signalKey(row)} row={row} now={circle.asOf} />)}</ul>
        </details>
      )}
    </Panel>
  );
};

const SignalRow = ({ row, now }: { row: Signal; now: string }) => {
  const late = row.dueBy !== null && isOpenSignal(row) && row.dueBy < now;
  return (
    <Row rowKey={signalKey(row)} className="kring-person">
      <span className={`kring-person__sign ${isOpenSignal(row) ? 'kring-tone--signal' : ''}`}><Icon name="signal" size={22} /></span>
      <div>
        <h3 className="kring-person__name">{signalWord(row.kind)}{row.urgency === 'urgent' && <span className="kring-tag kring-tag--urgent">Dringend</span>}</h3>
        <p>{signalStateWord(row.state)}{row.outcome && `: ${signalOutcomeWord(row.outcome)}`}{row.addressedTo && isOpenSignal(row) && ` van ${nameOf(row.addressedTo)}`}</p>
        <p className="kring-small">
          {row.raisedBy && `Van ${nameOf(row.raisedBy)} · `}<Ago at={row.raisedAt} now={now} />
          {row.dueBy && isOpenSignal(row) && <span className={late ? 'kring-late' : ''}> · antwoord {late ? 'had er moeten zijn op' : 'uiterlijk'} {late ? <DateOf at={row.dueBy} /> : relativeDay(row.dueBy, now)}</span>}
        </p>
      </div>
    </Row>
  );
};

const QuestionRow = ({ row, now }: { row: Question; now: string }) => (
  <Row rowKey={questionKey(row)} className="kring-person">
    <span className="kring-person__sign"><Icon name="mail" size={22} /></span>
    <div>
      <h3 className="kring-person__name">{questionWord(row.kind)} {aboutWord(row.about)}</h3>
      <p className="kring-small">Van {initiatorWord(row.initiatedBy).toLowerCase()}, via {nameOf(row.organisation)} · <Ago at={row.at} now={now} /></p>
    </div>
  </Row>
);
