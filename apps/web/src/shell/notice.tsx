import type { ReactNode } from 'react';
import type { HubProblem } from '../hub/problem.ts';
import { problemWords } from '../words/problems.ts';
import { Icon } from './icon.tsx';

/** Written out, because the build keeps only the styles whose names it finds. */
const tones = {
  info: { style: 'utrecht-alert--info', sign: 'search' },
  warning: { style: 'utrecht-alert--warning', sign: 'warning' },
  error: { style: 'utrecht-alert--error', sign: 'warning' },
} as const;

type NoticeProps = { tone: keyof typeof tones; title: string; role?: 'alert' | 'status'; children?: ReactNode };

export const Notice = ({ tone, title, role, children }: NoticeProps) => (
  <div className={`utrecht-alert ${tones[tone].style} kring-notice`} role={role}>
    <Icon name={tones[tone].sign} size={24} />
    <div className="utrecht-alert__content">
      <p className="kring-notice__title">{title}</p>
      {children}
    </div>
  </div>
);

/** Says what happened and what to do, and offers to try again where that can help. */
export const ProblemNotice = ({ problem, retry }: { problem: HubProblem; retry?: () => void }) => {
  const { title, advice } = problemWords(problem);
  const canHelp = retry && ['unreachable', 'busy', 'broken'].includes(problem.kind);
  return (
    <Notice tone={problem.kind === 'not-found' ? 'warning' : 'error'} title={title} role="alert">
      <p>{advice}</p>
      {canHelp && <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={retry}>Opnieuw proberen</button>}
    </Notice>
  );
};

export const Waiting = ({ text }: { text: string }) => <p className="kring-waiting" role="status">{text}</p>;
