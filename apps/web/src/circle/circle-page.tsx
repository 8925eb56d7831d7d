import { useRef, useState } from 'react';
import type { Circle } from '@kring/contracts';
import { now, type Moment } from '../hub/answers.ts';
import { PageTitle } from '../shell/page-frame.tsx';
import { Notice, ProblemNotice, Waiting } from '../shell/notice.tsx';
import { FreshProvider } from '../shell/panel.tsx';
import { PurposeField, usePurpose } from '../shell/purpose.tsx';
import { householdStateWord } from '../words/codes.ts';
import { dayOf } from '../words/dates.ts';
import { nameOf } from '../words/organisations.ts';
import { CircleParts } from './circle-parts.tsx';
import { LiveSign, Updates } from './live-sign.tsx';
import { LookBack } from './look-back.tsx';
import { addressText, householdName } from './rows.ts';
import { useCircle } from './use-circle.ts';

export const CirclePage = ({ householdId }: { householdId: string }) => {
  const [moment, setMoment] = useState<Moment>(now);
  const purpose = usePurpose();
  const { view, again, seen } = useCircle({ householdId, moment, purpose });
  const circle = view.is === 'shown' ? view.circle : null;
  const today = useToday(circle, moment);
  return (
    <>
      <div className="kring-top">
        <div>
          <PageTitle tab="Kring van een huishouden">{circle ? householdName(circle) : 'Kring van een huishouden'}</PageTitle>
          {circle && <Where circle={circle} />}
        </div>
        <div className="kring-top__tools">
          {view.is === 'shown' && <LiveSign connection={view.connection} />}
          <PurposeField />
        </div>
      </div>
      {(view.is !== 'failed' || moment.asOf) && <LookBack moment={moment} today={today} onChange={setMoment} />}
      <div aria-live="polite" className="kring-updates">{view.is === 'shown' && <Updates changes={view.changes} at={view.changedAt} onSeen={seen} />}</div>
      {view.is === 'loading' && <Waiting text="De kring wordt opgehaald…" />}
      {view.is === 'failed' && (moment.asOf && view.problem.kind === 'not-found' ? <NotKnownThen /> : <ProblemNotice problem={view.problem} retry={again} />)}
      {view.is === 'shown' && <FreshProvider value={new Set(view.changes.map((change) => change.key))}><CircleParts circle={view.circle} /></FreshProvider>}
    </>
  );
};

/** The day of the last present circle that was shown; while looking back it stays what it was. */
const useToday = (circle: Circle | null, { asOf }: Moment): string => {
  const last = useRef(new Date().toISOString());
  if (circle && asOf === null) last.current = circle.asOf;
  return dayOf(last.current);
};

const NotKnownThen = () => (
  <Notice tone="info" title="Op deze dag was er over dit huishouden niets bekend" role="alert"><p>Kies een latere dag, of ga terug naar nu.</p></Notice>
);

const Where = ({ circle }: { circle: Circle }) => (
  <p className="kring-where">
    {[addressText(circle), nameOf(circle.area), nameOf(circle.region)].filter((part, at, all) => part && all.indexOf(part) === at).join(' · ')}
    {circle.address.masked && <span className="kring-tag">Adres niet zichtbaar voor u</span>}
    {circle.state !== 'registered' && <span className="kring-tag">{householdStateWord(circle.state)}</span>}
  </p>
);
