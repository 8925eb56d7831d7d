import { openAsBlob, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { defaultPatience, Publisher, type PublishAnswer, type PublishResult, type Progress } from '@kring/publisher';
import { Failure } from '../failure.ts';
import { accessTokenFor } from '../hub/bearer.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { Bookmark } from './bookmark.ts';
import { progressBar } from './progress-bar.ts';
import type { PublishOptions } from './publish.command.ts';

/** A file with the same mistake on every line must not bury the answer. */
const mostRejectionsTold = 20;

export const publish = async (path: string, options: PublishOptions, terminal: Terminal): Promise<void> => {
  const publisher = new Publisher({ url: options.url, as: { accessToken: accessTokenFor(options, terminal) }, patience: defaultPatience });
  const tell = rejections(terminal);
  const answer = path === '-' ? await publisher.publishLines(createInterface(process.stdin), { onRejected: tell }) : await publishFile(path, { publisher, options, terminal, tell });
  if (options.json) printJson(terminal, answer);
  else terminal.out(summary(answer));
  if (options.strict && answer.rejected > 0) terminal.exitWith(3);
};

type Errand = { readonly publisher: Publisher; readonly options: PublishOptions; readonly terminal: Terminal; readonly tell: (line: number, result: PublishResult) => void };

const publishFile = async (path: string, { publisher, options, terminal, tell }: Errand): Promise<PublishAnswer> => {
  const stats = await statsOf(path);
  const bookmark = await Bookmark.of(path, stats, options.url);
  const resumeFrom = options.resume ? await bookmark.read() : undefined;
  const bar = progressBar(stats.size, terminal);
  if (resumeFrom) terminal.err(`going on after line ${resumeFrom.lines}\n`);
  let reached = resumeFrom;
  const onAcknowledged = async (progress: Progress): Promise<void> => {
    reached = progress;
    bar.draw(progress);
    await bookmark.keep(progress);
  };
  try {
    const answer = await publisher.publishFile(await openAsBlob(path), { resumeFrom, onAcknowledged, onRejected: tell });
    await bookmark.remove();
    return answer;
  } catch (error) {
    if (reached) terminal.err(`everything up to line ${reached.lines} is stored; the same command goes on from there\n`);
    throw error;
  } finally {
    bar.end();
  }
};

const statsOf = async (path: string): Promise<Stats> => {
  const stats = await stat(path);
  if (!stats.isFile()) throw new Failure('that is not a file; give the path of an NDJSON file, or - for what comes in.');
  return stats;
};

/** Rules and pointers, never values: an event that is rejected may be about someone. */
const rejections = ({ err }: Terminal): ((line: number, result: PublishResult) => void) => {
  let told = 0;
  return (line, { problem }) => {
    told += 1;
    const why = (problem?.errors ?? []).map(({ pointer, rule, detail }) => `${pointer || '/'} ${rule}: ${detail}`).join('; ');
    if (told <= mostRejectionsTold) err(`line ${line} rejected: ${why || (problem?.title ?? 'no reason given')}\n`);
    if (told === mostRejectionsTold + 1) err('more lines are rejected; GET /v1/events/rejected lists them\n');
  };
};

const summary = ({ accepted, duplicates, rejected }: PublishAnswer): string => `accepted ${accepted}  duplicates ${duplicates}  rejected ${rejected}\n`;
