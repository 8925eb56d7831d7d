import type { Connection } from '../hub/live.ts';
import { Icon } from '../shell/icon.tsx';
import { timeText } from '../words/dates.ts';
import type { Change } from './changes.ts';

const signs: Readonly<Record<Connection | 'off', { tone: string; text: string }>> = {
  live: { tone: 'live', text: 'Live: wijzigingen verschijnen vanzelf' },
  connecting: { tone: 'waiting', text: 'Verbinding maken…' },
  lost: { tone: 'lost', text: 'Geen verbinding. Kring probeert het opnieuw' },
  off: { tone: 'off', text: 'U kijkt terug: dit beeld verandert niet' },
};

/** Nobody should trust a picture that stopped moving without saying so. */
export const LiveSign = ({ connection }: { connection: Connection | 'off' }) => (
  <p className={`kring-live kring-live--${signs[connection].tone}`} role="status">{signs[connection].text}</p>
);

const readOut = 4;

export const Updates = ({ changes, at, onSeen }: { changes: readonly Change[]; at: string | null; onSeen: () => void }) => {
  if (changes.length === 0 || at === null) return null;
  const rest = changes.length - readOut;
  return (
    <div className="kring-update">
      <Icon name="history" size={24} />
      <div>
        <p className="kring-update__title">Bijgewerkt om {timeText(at)}:</p>
        <ul>
          {changes.slice(0, readOut).map((change) => <li key={change.key}>{change.text}</li>)}
          {rest > 0 && <li>en nog {rest} {rest === 1 ? 'wijziging' : 'wijzigingen'}</li>}
        </ul>
      </div>
      <button type="button" className="utrecht-button utrecht-button--subtle" onClick={onSeen}>Gezien</button>
    </div>
  );
};
