import { useState } from 'react';
import type { Purpose } from '@kring/contracts/codes';
import { CirclePage } from './circle/circle-page.tsx';
import { Link, usePath } from './routing/navigation.tsx';
import { pageAt, searchPath } from './routing/path.ts';
import { SearchPage } from './search/search-page.tsx';
import { SignedOut } from './session/signed-out.tsx';
import { SessionProvider, useSessionState } from './session/use-session.ts';
import type { Session } from './session/session.ts';
import { PageFrame, PageTitle } from './shell/page-frame.tsx';
import { PurposeProvider } from './shell/purpose.tsx';
import { WorklistPage } from './worklist/worklist-page.tsx';

export const App = ({ session }: { session: Session }) => (
  <SessionProvider value={session}>
    <PageFrame><Content /></PageFrame>
  </SessionProvider>
);

const Content = () => {
  const state = useSessionState();
  const page = pageAt(usePath());
  const [purpose, choose] = useState<Purpose>('coordination');
  if (state.is !== 'in') return <SignedOut />;
  return (
    <PurposeProvider value={{ purpose, choose }}>
      {page.at === 'search' && <SearchPage />}
      {page.at === 'worklist' && <WorklistPage />}
      {page.at === 'circle' && <CirclePage key={page.householdId} householdId={page.householdId} />}
      {page.at === 'nowhere' && <Nowhere />}
    </PurposeProvider>
  );
};

const Nowhere = () => (
  <>
    <PageTitle tab="Pagina niet gevonden">Deze pagina bestaat niet</PageTitle>
    <p>Controleer het adres, of <Link to={searchPath} className="utrecht-link utrecht-link--html-a">zoek een huishouden</Link>.</p>
  </>
);
