import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel, Row } from '../shell/panel.tsx';
import { Ago } from '../shell/when.tsx';
import { matchOutcomeWord, matchStateWord } from '../words/codes.ts';
import { listed, nameOf } from '../words/organisations.ts';
import { matchKey } from './changes.ts';
import { personOf } from './rows.ts';

type Match = Circle['matches'][number];

export const Coordination = ({ circle }: { circle: Circle }) => {
  const open = circle.matches.filter((match) => match.state !== 'closed');
  const closed = circle.matches.filter((match) => match.state === 'closed');
  return (
    <Panel title="Afstemming" icon="welfare" count={open.length}>
      {circle.matches.length === 0 && <Nothing>Er is nog geen afstemming tussen organisaties vastgelegd.</Nothing>}
      <ul className="kring-rows">{[...open, ...closed].map((match) => <MatchRow key={matchKey(match)} match={match} now={circle.asOf} />)}</ul>
    </Panel>
  );
};

const MatchRow = ({ match, now }: { match: Match; now: string }) => (
  <Row rowKey={matchKey(match)} className="kring-match">
    <h3 className="kring-person__name">{listed(match.organisations.map(nameOf))}</h3>
    <p>{matchStateWord(match.state)}{match.outcome && `: ${matchOutcomeWord(match.outcome)}`}{match.owner && ` · ${personOf(match.owner)} stemt af`}</p>
    {(match.state === 'detected' || match.state === 'acknowledged') && (
      <ul className="kring-checks">
        {match.organisations.map((organisation) => <Acknowledged key={organisation} organisation={organisation} yes={match.acknowledgedBy.includes(organisation)} />)}
      </ul>
    )}
    <p className="kring-small">Gezien door Kring <Ago at={match.detectedAt} now={now} /></p>
  </Row>
);

const Acknowledged = ({ organisation, yes }: { organisation: string; yes: boolean }) => (
  <li className={yes ? 'kring-checks__yes' : ''}><Icon name={yes ? 'check' : 'clock'} size={18} />{nameOf(organisation)}: {yes ? 'weet ervan' : 'nog niet bevestigd'}</li>
);
