import { useId, useState, type FormEvent } from 'react';
import { now, type Moment } from '../hub/answers.ts';
import { Icon } from '../shell/icon.tsx';
import { dateText, endOfDay } from '../words/dates.ts';

type LookBackProps = { moment: Moment; /** By the hub's clock, as far as it is known. */ today: string; onChange: (moment: Moment) => void };

/** Two questions at once: what was true on a day, and whether to count what was only told later. */
export const LookBack = ({ moment, today, onChange }: LookBackProps) => {
  const [day, setDay] = useState('');
  const [asKnownThen, setAsKnownThen] = useState(false);
  const id = useId();
  const look = (event: FormEvent) => {
    event.preventDefault();
    const asOf = day === '' || day >= today ? null : endOfDay(day);
    onChange(asOf ? { asOf, knownAt: asKnownThen ? asOf : null } : now);
  };
  const back = () => {
    setDay('');
    setAsKnownThen(false);
    onChange(now);
  };
  return (
    <>
      <details className="kring-look">
        <summary><Icon name="history" />Terugkijken in de tijd</summary>
        <form onSubmit={look} className="kring-look__form">
          <div className="kring-field">
            <label className="utrecht-form-label" htmlFor={`${id}-day`}>Zoals op</label>
            <input id={`${id}-day`} type="date" max={today} value={day} required className="utrecht-textbox utrecht-textbox--html-input kring-narrow" onChange={(event) => setDay(event.target.value)} />
          </div>
          <label className="kring-check">
            <input type="checkbox" checked={asKnownThen} onChange={(event) => setAsKnownThen(event.target.checked)} />
            <span>Zoals toen bekend <span className="kring-small">zonder wat pas later is doorgegeven</span></span>
          </label>
          <button type="submit" className="utrecht-button utrecht-button--secondary-action">Toon deze dag</button>
        </form>
      </details>
      {moment.asOf && (
        <div className="kring-past" role="status">
          <Icon name="history" size={24} />
          <p><strong>U kijkt terug naar {dateText(moment.asOf)}</strong>, {moment.knownAt ? 'zoals het toen bekend was.' : 'met wat nu bekend is.'}</p>
          <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={back}>Terug naar nu</button>
        </div>
      )}
    </>
  );
};
