import { useState } from 'react';
import { useSession } from '../session/use-session.ts';
import { usePurpose } from '../shell/purpose.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import { thresholdText } from '../words/alerts.ts';
import { dateText } from '../words/dates.ts';
import { nameOf } from '../words/organisations.ts';

type BecauseProps = { householdId: string; rule: string; ruleName: string; threshold: string | null; because: readonly string[] };

/** An alert explains itself: the rule, its threshold, and what happened that made it true. The events are fetched when somebody asks. */
export const Because = ({ householdId, rule, ruleName, threshold, because }: BecauseProps) => {
  const [open, setOpen] = useState(false);
  return (
    <details className="kring-why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Waarom zie ik dit?<span className="kring-unseen"> {ruleName}</span></summary>
      <p>Regel {rule}{threshold && <>, grens in deze regio: {thresholdText(threshold)}</>}.</p>
      {because.length > 0 && <p>Dit volgt uit:</p>}
      {open && <Events householdId={householdId} because={because} />}
    </details>
  );
};

const Events = ({ householdId, because }: Pick<BecauseProps, 'householdId' | 'because'>) => {
  const { hub } = useSession();
  const purpose = usePurpose();
  const { loaded } = useLoaded((signal) => hub.timeline(householdId, null, { purpose, signal }), [hub, householdId, purpose]);
  if (loaded.is === 'loading') return <p className="kring-small">Wordt opgehaald…</p>;
  const entries = new Map(loaded.is === 'ready' ? loaded.value.entries.map((entry) => [entry.eventId, entry]) : []);
  const known = because.flatMap((id) => entries.get(id) ?? []);
  const rest = because.length - known.length;
  return (
    <ul>
      {known.map((entry) => <li key={entry.eventId}>{dateText(entry.occurredAt)}{entry.organisation && `, ${nameOf(entry.organisation)}`}: {entry.text.nl}</li>)}
      {rest > 0 && <li>{rest === 1 ? 'één gebeurtenis' : `${rest} gebeurtenissen`} die hier niet te zien {rest === 1 ? 'is' : 'zijn'}</li>}
    </ul>
  );
};
