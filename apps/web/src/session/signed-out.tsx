import { Notice } from '../shell/notice.tsx';
import { PageTitle } from '../shell/page-frame.tsx';
import { useSession, useSessionState } from './use-session.ts';

/** What a visitor sees without a session: after logging in the same address opens. */
export const SignedOut = () => {
  const session = useSession();
  const state = useSessionState();
  if (state.is === 'entering') return <p className="kring-waiting" role="status">U wordt ingelogd…</p>;
  return (
    <div className="kring-welcome">
      <div className="kring-welcome__text">
        <PageTitle tab="Inloggen">Wie is er betrokken?</PageTitle>
        <p className="kring-lead">Kring laat zien wie er rond een huishouden staan: het aanspreekpunt, de organisaties, het eigen netwerk en wat er gepland is. Zo komt niemand langs zonder het van elkaar te weten.</p>
        {state.is === 'expired' && <Notice tone="warning" title="Uw sessie is verlopen" role="alert"><p>Log opnieuw in. U komt daarna terug op deze pagina.</p></Notice>}
        {state.is === 'failed' && <Notice tone="error" title="Inloggen is niet gelukt" role="alert"><p>Probeer het opnieuw. Lukt het niet? Vraag de beheerder van uw organisatie.</p></Notice>}
        <button type="button" className="utrecht-button utrecht-button--primary-action kring-welcome__enter" onClick={session.login}>Inloggen</button>
        <p className="kring-small">Alleen voor medewerkers en vrijwilligers van aangesloten organisaties. Elke inzage wordt vastgelegd.</p>
      </div>
      <Rings />
    </div>
  );
};

const dots = [
  { ring: 62, angle: -100, tone: 'own-network' }, { ring: 62, angle: 60, tone: 'own-network' }, { ring: 98, angle: 10, tone: 'neighbourhood' },
  { ring: 134, angle: -140, tone: 'basic-team' }, { ring: 134, angle: 120, tone: 'basic-team' }, { ring: 170, angle: -40, tone: 'district-team' }, { ring: 170, angle: 170, tone: 'specialist' },
];

const Rings = () => (
  <svg className="kring-welcome__rings" viewBox="-200 -200 400 400" aria-hidden="true" focusable="false">
    {[170, 134, 98, 62].map((radius) => <circle key={radius} r={radius} className="kring-welcome__ring" />)}
    <path className="kring-welcome__house" d="M-22 2 0-18 22 2V22H-22z" />
    {dots.map(({ ring, angle, tone }) => (
      <circle key={`${ring}${angle}`} r="13" cx={ring * Math.cos((angle * Math.PI) / 180)} cy={ring * Math.sin((angle * Math.PI) / 180)} className={`kring-mark kring-mark--${tone}`} />
    ))}
  </svg>
);
