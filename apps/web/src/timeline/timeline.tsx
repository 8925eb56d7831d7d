import { useId, useState } from 'react';
import type { Circle } from '@kring/contracts';
import type { TimelineEntry } from '../hub/answers.ts';
import { useSession } from '../session/use-session.ts';
import { Icon } from '../shell/icon.tsx';
import { ProblemNotice, Waiting } from '../shell/notice.tsx';
import { Nothing } from '../shell/panel.tsx';
import { usePurpose } from '../shell/purpose.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import { DateOf } from '../shell/when.tsx';
import { daysBetween } from '../words/dates.ts';
import { eventWord } from '../words/events.ts';
import { nameOf } from '../words/organisations.ts';

/** What happened, newest first. Fetched when it is opened, because looking at it is a view of its own in the log. */
export const Timeline = ({ circle }: { circle: Circle }) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="kring-panel" aria-labelledby={id}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)} className="kring-timeline">
        <summary><h2 className="utrecht-heading-2 kring-panel__title" id={id}><Icon name="history" />Tijdlijn</h2></summary>
        {open && <Entries circle={circle} />}
      </details>
    </section>
  );
};

const Entries = ({ circle: { householdId, position } }: { circle: Circle }) => {
  const { hub } = useSession();
  const purpose = usePurpose();
  const { loaded, again } = useLoaded((signal) => hub.timeline(householdId, { purpose, signal }), [hub, householdId, purpose, position]);
  if (loaded.is === 'loading') return <Waiting text="De tijdlijn wordt opgehaald…" />;
  if (loaded.is === 'failed') return <ProblemNotice problem={loaded.problem} retry={again} />;
  if (loaded.value.entries.length === 0) return <Nothing>Er is nog niets gebeurd dat u kunt zien.</Nothing>;
  const entries = [...loaded.value.entries].sort((one, other) => other.occurredAt.localeCompare(one.occurredAt));
  return <ol className="kring-moments">{entries.map((entry) => <Moment key={entry.eventId} entry={entry} />)}</ol>;
};

const Moment = ({ entry }: { entry: TimelineEntry }) => (
  <li>
    <p className="kring-moments__date"><DateOf at={entry.occurredAt} /></p>
    <div>
      <p><strong>{eventWord(entry.type)}</strong>{entry.organisation && `, ${nameOf(entry.organisation)}`}</p>
      {daysBetween(entry.occurredAt, entry.recordedAt) > 0 && <p className="kring-small">Doorgegeven op <DateOf at={entry.recordedAt} /></p>}
    </div>
  </li>
);
