import { useState } from 'react';
import { asProblem, type HubProblem } from '../hub/problem.ts';
import { useSession } from '../session/use-session.ts';

type PageOf<Row> = { rows: readonly Row[]; next: string | null };

/** A list that grows by a page each time somebody asks for more. */
export const usePages = <Row>(first: PageOf<Row>, load: (next: string) => Promise<PageOf<Row>>) => {
  const session = useSession();
  const [{ rows, next }, setPages] = useState(first);
  const [problem, setProblem] = useState<HubProblem | null>(null);
  const more = () => {
    if (next === null) return;
    load(next).then(
      (page) => {
        setPages({ rows: [...rows, ...page.rows], next: page.next });
        setProblem(null);
      },
      (reason: unknown) => {
        const found = asProblem(reason);
        if (found.kind === 'signed-out') session.end();
        setProblem(found);
      },
    );
  };
  return { rows, hasMore: next !== null, problem, more };
};
