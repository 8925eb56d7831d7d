import { useEffect, useRef, type ReactNode } from 'react';
import emblem from '../kring.svg';
import { Link, usePath } from '../routing/navigation.tsx';
import { searchPath, worklistPath } from '../routing/path.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import type { Who } from '../session/who.ts';
import { Notice } from './notice.tsx';
import { isRole, roleWord } from '../words/codes.ts';
import { listed, nameOf } from '../words/organisations.ts';

export const PageFrame = ({ children }: { children: ReactNode }) => (
  <div className="kring-page">
    <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">Naar de inhoud</a>
    <Header />
    <main id="inhoud" className="kring-main" tabIndex={-1}><EndsSoon />{children}</main>
    <footer className="kring-footer">
      <p>Elke inzage wordt vastgelegd met wie, wanneer en waarvoor. De bewoner kan dat opvragen.</p>
    </footer>
  </div>
);

const Header = () => {
  const state = useSessionState();
  return (
    <header className="kring-header">
      <div className="kring-header__inner">
        <Link to={searchPath} className="kring-brand"><img src={emblem} alt="" width="36" height="36" />Kring</Link>
        {state.is === 'in' && <><Navigation /><Account who={state.who} /></>}
      </div>
    </header>
  );
};

/** In time to go on without losing the page; the identity provider remembers who it is. */
const EndsSoon = () => {
  const session = useSession();
  const state = useSessionState();
  if (state.is !== 'in' || !state.endsSoon) return null;
  return (
    <Notice tone="warning" title="Uw sessie verloopt over drie minuten" role="alert">
      <p>Kies ‘Ingelogd blijven’ om door te gaan. U komt terug op deze pagina.</p>
      <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={session.login}>Ingelogd blijven</button>
    </Notice>
  );
};

const pages = [{ to: searchPath, text: 'Zoeken' }, { to: worklistPath, text: 'Aandachtspunten' }];

const Navigation = () => {
  const path = usePath();
  return (
    <nav aria-label="Hoofdmenu" className="kring-menu">
      <ul>
        {pages.map(({ to, text }) => <li key={to}><Link to={to} aria-current={path === to ? 'page' : undefined}>{text}</Link></li>)}
      </ul>
    </nav>
  );
};

/** What someone is called at work; what a role allows is the hub's business. */
const tradeOf = ({ roles }: Who): readonly string[] => (roles.some(isRole) ? roles.filter(isRole) : roles);

const Account = ({ who }: { who: Who }) => {
  const session = useSession();
  return (
    <div className="kring-account">
      <p>
        <span className="kring-unseen">Ingelogd als </span>
        <strong>{listed(tradeOf(who).map(roleWord))}</strong>
        {who.organisation && <span>{nameOf(who.organisation)}</span>}
      </p>
      <button type="button" className="kring-account__out" onClick={session.logout}>Uitloggen</button>
    </div>
  );
};

/** The first page of a visit leaves the focus at the top, before the skip link, where the browser puts it. */
let isFirstPage = true;

/** A page in this app names itself in the tab and takes the focus, as a new page would. The tab never holds a name of a resident. */
export const PageTitle = ({ tab, children }: { tab: string; children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} – Kring`;
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, [tab]);
  return <h1 ref={heading} tabIndex={-1} className="utrecht-heading-1 kring-title">{children}</h1>;
};
