import { useEffect, useRef, useState } from 'react';
import type { FoundHousehold, SearchQuery } from '../hub/answers.ts';
import { asProblem } from '../hub/problem.ts';
import { useSession } from '../session/use-session.ts';
import { PageTitle } from '../shell/page-frame.tsx';
import { ProblemNotice } from '../shell/notice.tsx';
import { usePurpose } from '../shell/purpose.tsx';
import type { Loaded } from '../shell/use-loaded.ts';
import { AlertsAhead } from '../worklist/alerts-ahead.tsx';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';

export const SearchPage = () => {
  const { search, found } = useSearch();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (found && found.is !== 'loading') heading.current?.focus();
  }, [found]);
  return (
    <div className="kring-start">
      <div>
        <PageTitle tab="Zoeken">Zoek een huishouden</PageTitle>
        <p className="kring-lead">Zie in één oogopslag wie er betrokken zijn, wie het aanspreekpunt is en wat er gepland is.</p>
        <SearchForm onSearch={search} busy={found?.is === 'loading'} />
        {found && found.is !== 'loading' && (
          <section className="kring-results" aria-labelledby="gevonden">
            <h2 ref={heading} tabIndex={-1} id="gevonden" className="utrecht-heading-2">{resultHeading(found)}</h2>
            {found.is === 'ready' ? <Results households={found.value} /> : <ProblemNotice problem={found.problem} />}
          </section>
        )}
      </div>
      <AlertsAhead />
    </div>
  );
};

const resultHeading = (found: Loaded<FoundHousehold[]>): string => {
  if (found.is !== 'ready') return 'Zoeken is niet gelukt';
  if (found.value.length === 0) return 'Niets gevonden';
  return found.value.length === 1 ? 'Eén huishouden gevonden' : `${found.value.length} huishoudens gevonden`;
};

/** What was asked and found is kept nowhere: leaving the page forgets it. */
const useSearch = () => {
  const session = useSession();
  const purpose = usePurpose();
  const [found, setFound] = useState<Loaded<FoundHousehold[]> | null>(null);
  const search = (query: SearchQuery) => {
    setFound({ is: 'loading' });
    session.hub.search(query, { purpose }).then(
      (value) => setFound({ is: 'ready', value }),
      (reason: unknown) => {
        const problem = asProblem(reason);
        if (problem.kind === 'signed-out') session.end();
        setFound({ is: 'failed', problem });
      },
    );
  };
  return { search, found };
};
