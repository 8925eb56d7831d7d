import type { ReactNode } from 'react';
import type { Circle } from '@kring/contracts';
import { Nothing, Panel } from '../shell/panel.tsx';
import { DateOf } from '../shell/when.tsx';
import { aimWord, capital, consentWord, domainWord, informedWord, stepAreaWord, strengthWord, trendWord } from '../words/codes.ts';
import { listed, nameOf } from '../words/organisations.ts';

/** What was found out and agreed together with the household. */
export const Agreements = ({ circle }: { circle: Circle }) => {
  const facts = [ownStrength(circle), plan(circle), participation(circle), consents(circle), informed(circle), aftercare(circle)].filter((fact) => fact !== null);
  return (
    <Panel title="Samen met het huishouden" icon="check">
      {facts.length === 0 && <Nothing>Er is nog niets vastgelegd over eigen kracht, plan, toestemming of nazorg.</Nothing>}
      <dl className="kring-facts">{facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </Panel>
  );
};

type Fact = { name: string; value: ReactNode } | null;

const ownStrength = ({ ownStrength: explored }: Circle): Fact =>
  explored && { name: 'Eigen kracht', value: <>Verkend op <DateOf at={explored.at} />{explored.together && ', samen met de bewoner'}: {strengthWord(explored.result)}</> };

const plan = ({ plan: agreed }: Circle): Fact =>
  agreed && { name: 'Plan', value: <>{listed(agreed.goals.map((goal) => `${domainWord(goal.domain).toLowerCase()} (${aimWord(goal.aim)})`))} (versie {agreed.version}, <DateOf at={agreed.at} />)</> };

const participation = ({ participation: { steps, level } }: Circle): Fact => {
  if (steps.length === 0 && level === null) return null;
  return {
    name: 'Meedoen',
    value: (
      <>
        {level !== null && <p>Trede {level} van 6</p>}
        <ul>{steps.map((step) => <li key={`${step.at}${step.area}`}>{stepAreaWord(step.area)}{step.label && `: ${step.label}`}, <DateOf at={step.at} /></li>)}</ul>
      </>
    ),
  };
};

const consents = ({ consents: given }: Circle): Fact => {
  if (given.length === 0) return null;
  const row = (consent: Circle['consents'][number]) => (
    <li key={`${consent.scope}${consent.givenAt}`}>
      {capital(consentWord(consent.scope))}{consent.withOrganisations && ` met ${listed(consent.withOrganisations.map(nameOf))}`}
      {consent.withdrawnAt ? <>, <strong>ingetrokken op <DateOf at={consent.withdrawnAt} /></strong></> : consent.expiresOn && <>, tot <DateOf at={consent.expiresOn} /></>}
    </li>
  );
  return { name: 'Toestemming', value: <ul>{given.map(row)}</ul> };
};

const informed = ({ residentInformed }: Circle): Fact => {
  if (residentInformed.length === 0) return null;
  return {
    name: 'Bewoner weet van',
    value: <ul>{residentInformed.map((row) => <li key={`${row.organisation}${row.about}${row.at}`}>{capital(informedWord(row.about))} ({nameOf(row.organisation)}){row.deferred && ', uitgesteld met reden'}</li>)}</ul>,
  };
};

const aftercare = ({ aftercare: care }: Circle): Fact => {
  if (!care) return null;
  if (care.closedAt) return { name: 'Nazorg', value: <>Afgesloten op <DateOf at={care.closedAt} /></> };
  return { name: 'Nazorg', value: <>Door {nameOf(care.organisation)} tot <DateOf at={care.until} />{care.lastContactAt && <>, laatste contact <DateOf at={care.lastContactAt} /></>}{care.trend && `: ${trendWord(care.trend)}`}</> };
};
