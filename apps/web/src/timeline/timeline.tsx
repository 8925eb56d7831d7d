import { useId, useState } from 'react';
import type { Circle } from '@kring/contracts';
import type { Timeline as Answered, TimelineEntry } from '../hub/answers.ts';
import { useSession } from '../session/use-session.ts';
import { Icon } from '../shell/icon.tsx';
import { ProblemNotice, Waiting } from '../shell/notice.tsx';
import { Nothing } from '../shell/panel.tsx';
import { usePurpose } from '../shell/purpose.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import { usePages } from '../shell/use-pages.ts';
import { DateOf } from '../shell/when.tsx';
import { daysBetween } from '../words/dates.ts';
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
  const { loaded, again } = useLoaded((signal) => hub.timeline(householdId, null, { purpose, signal }), [hub, householdId, purpose, position]);
  if (loaded.is === 'loading') return <Waiting text="De tijdlijn wordt opgehaald…" />;
  if (loaded.is === 'failed') return <ProblemNotice problem={loaded.problem} retry={again} />;
  if (loaded.value.entries.length === 0) return <Nothing>Er is nog niets gebeurd dat u kunt zien.</Nothing>;
  return <Pages key={position} householdId={householdId} first={loaded.value} />;
};

const Pages = ({ householdId, first: { entries, next } }: { householdId: string; first: Answered }) => {
  const { hub } = useSession();
  const purpose = usePurpose();
  const { rows, hasMore, problem, more } = usePages({ rows: entries, next }, async (from) => {
    const page = await hub.timeline(householdId, from, { purpose });
    return { rows: page.entries, next: page.next };
  });
  return (
    <>
      <ol className="kring-moments">{rows.map((entry) => <Moment key={`${entry.eventId}${entry.type}`} entry={entry} />)}</ol>
      {problem && <ProblemNotice problem={problem} />}
      {hasMore && <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={more}>Verder terug</button>}
    </>
  );
};

const Moment = ({ entry }: { entry: TimelineEntry }) => (
  <li>
    <p className="kring-moments__date"><DateOf at={entry.occurredAt} /></p>
    <div>
      <p>{entry.organisation && <strong>{nameOf(entry.organisation)}: </strong>}{entry.text.nl}</p>
      {daysBetween(entry.occurredAt, entry.recordedAt) > 0 && <p className="kring-small">Doorgegeven op <DateOf at={entry.recordedAt} /></p>}
    </div>
  </li>
);
