import type { Progress } from '@kring/publisher';
import type { Terminal } from '../terminal.ts';

const width = 30;

/** A line that is drawn over while a person watches; nothing at all otherwise. */
export const progressBar = (bytes: number, { watched, err, now }: Terminal): { readonly draw: (progress: Progress) => void; readonly end: () => void } => {
  if (!watched) return { draw: () => undefined, end: () => undefined };
  const started = now().getTime();
  let first: number | undefined;
  return {
    draw: (progress) => {
      first ??= progress.lines;
      const seconds = Math.max(0.001, (now().getTime() - started) / 1000);
      err(`\r${line(progress, bytes)}  ${Math.round((progress.lines - first) / seconds)}/s\u001b[K`);
    },
    end: () => err('\n'),
  };
};

const line = ({ bytes: done, accepted, duplicates, rejected }: Progress, bytes: number): string => {
  const part = bytes === 0 ? 1 : Math.min(1, done / bytes);
  const full = Math.round(part * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(part * 100)).padStart(3)}%  accepted ${accepted}  duplicates ${duplicates}  rejected ${rejected}`;
};
