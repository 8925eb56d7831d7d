import type { Circle } from '@kring/contracts';
import { Icon } from '../shell/icon.tsx';
import { Nothing, Panel, Row } from '../shell/panel.tsx';
import { Ago, DateOf } from '../shell/when.tsx';
import { endReasonWord, isLevel, levels, levelWord, type Level } from '../words/codes.ts';
import { ContactRoute } from './contact-route.tsx';
import { panelIds } from './panel-ids.ts';
import { involvedIn, involvedRole, involvementKey, isBrokered, isContactPerson, isInvolvedNow, organisationWord, type Involvement } from './rows.ts';

/** Everyone equally listed, from near to far: a volunteer stands in the same list as a specialist. */
export const Involved = ({ circle }: { circle: Circle }) => {
  const present = circle.involvements.filter(isInvolvedNow);
  const former = circle.involvements.filter((row) => !isInvolvedNow(row));
  return (
    <Panel id={panelIds.involved} title="Wie zijn betrokken" icon="welfare" count={present.length}>
      {present.length === 0 && <Nothing>Er is nu geen organisatie betrokken bij dit huishouden.</Nothing>}
      {levels.map((level) => <AtLevel key={level} level={level} rows={present.filter((row) => levelOf(row) === level)} circle={circle} />)}
      {former.length > 0 && (
        <details className="kring-more">
          <summary>Eerder betrokken ({former.length})</summary>
          <ul className="kring-rows">{former.map((row) => <Former key={involvementKey(row)} row={row} />)}</ul>
        </details>
      )}
    </Panel>
  );
};

const levelOf = ({ level }: Involvement): Level => (isLevel(level) ? level : 'basic-team');

const AtLevel = ({ level, rows, circle }: { level: Level; rows: readonly Involvement[]; circle: Circle }) => {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={`kring-level kring-level--${level}`}>{levelWord(level)}</h3>
      <ul className="kring-rows">{rows.map((row) => <Present key={involvementKey(row)} row={row} circle={circle} />)}</ul>
    </>
  );
};

const Present = ({ row, circle }: { row: Involvement; circle: Circle }) => {
  const person = circle.members.find((member) => member.personId === row.person);
  const isFace = isContactPerson(row, circle.contactPerson);
  // A worker's name may be for few to see; that of the contact person is for all.
  const name = row.professional?.name ?? (isFace ? circle.contactPerson?.professional.name : null);
  return (
    <Row rowKey={involvementKey(row)} className="kring-person">
      <span className={`kring-person__sign kring-tone--${levelOf(row)} ${row.state === 'active' ? '' : 'kring-tone--faint'}`}><Icon name={row.domain} size={22} /></span>
      <div>
        <h4 className="kring-person__name">
          {name ?? involvedRole(row)}
          {isFace && <span className="kring-tag kring-tag--contact">Aanspreekpunt</span>}
          <StateTag row={row} />
        </h4>
        <p>{name && `${involvedRole(row)}, `}{organisationWord(row)}</p>
        {isBrokered(row) && <p>Vraag het aanspreekpunt om contact te leggen.</p>}
        <ContactRoute professional={row.professional} />
        <p className="kring-small">
          {involvedIn(row)}{person?.name && ` · voor ${person.name}`} · sinds <DateOf at={row.since} />
          {row.lastConfirmed && <> · bevestigd <Ago at={row.lastConfirmed} now={circle.asOf} /></>}
          {row.learnedAt && row.learnedAt > circle.asOf && <> · toen nog niet bekend, doorgegeven op <DateOf at={row.learnedAt} /></>}
        </p>
      </div>
    </Row>
  );
};

const StateTag = ({ row }: { row: Involvement }) => {
  if (row.state === 'contested') return <span className="kring-tag kring-tag--warning">Betwist door de bewoner</span>;
  if (row.state === 'stale') return <span className="kring-tag kring-tag--warning">Lang niets gehoord</span>;
  return null;
};

const Former = ({ row }: { row: Involvement }) => (
  <li className="kring-row">
    <p><strong>{involvedRole(row)}</strong>, {organisationWord(row)}</p>
    <p className="kring-small"><DateOf at={row.since} /> tot {row.until ? <DateOf at={row.until} /> : 'onbekend'}{row.endReason && ` · ${endReasonWord(row.endReason)}`}</p>
  </li>
);
