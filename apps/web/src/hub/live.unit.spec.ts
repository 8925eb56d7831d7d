import { describe, expect, it } from '@jest/globals';
import type { Circle } from '@kring/contracts';
import { followCircle, type Connection } from './live.ts';
import { HubProblem } from './problem.ts';

const circleAt = (position: string): string => `id: ${position}\ndata: ${JSON.stringify({ position })}\n\n`;

type Answer = string | HubProblem;

/** Answers each opening of the stream in turn and stops when there is nothing left to answer. */
const follow = async (...answers: Answer[]) => {
  const seen = { positions: [] as string[], connections: [] as Connection[], resumedFrom: [] as (string | null)[], pauses: [] as number[], refused: null as unknown };
  const stop = new AbortController();
  const open = async (lastEventId: string | null): Promise<ReadableStream<Uint8Array>> => {
    seen.resumedFrom.push(lastEventId);
    const answer = answers.shift();
    if (answers.length === 0) stop.abort();
    if (answer instanceof HubProblem) throw answer;
    return new Blob([answer ?? '']).stream() as ReadableStream<Uint8Array>;
  };
  const watcher = {
    onCircle: (circle: Circle) => seen.positions.push(circle.position),
    onConnection: (connection: Connection) => seen.connections.push(connection),
    onRefused: (reason: unknown) => { seen.refused = reason; },
  };
  await followCircle(open, '10', watcher, { signal: stop.signal, pause: async (attempt) => { seen.pauses.push(attempt); } });
  return seen;
};

describe('following a circle', () => {
  it('resumes after the last circle it saw', async () => {
    const seen = await follow(circleAt('11') + circleAt('12'), circleAt('13'));
    expect(seen).toMatchObject({ positions: ['11', '12', '13'], resumedFrom: ['10', '12'] });
  });

  it('waits longer after each failure and starts afresh once connected', async () => {
    const seen = await follow(new HubProblem('unreachable'), new HubProblem('busy'), circleAt('11'), new HubProblem('unreachable'), '');
    expect(seen.pauses.slice(0, 4)).toEqual([1, 2, 1, 2]);
  });

  it('says it is live only while the stream is open', async () => {
    const seen = await follow(circleAt('11'), '');
    expect(seen.connections.slice(0, 4)).toEqual(['connecting', 'live', 'lost', 'lost']);
  });

  it('stops when the hub no longer answers this reader', async () => {
    const seen = await follow(new HubProblem('not-found'), circleAt('11'));
    expect(seen).toMatchObject({ positions: [], refused: { kind: 'not-found' } });
  });

  it('starts again after a message that cannot be read', async () => {
    const seen = await follow('id: 11\ndata: {broken\n\n', circleAt('12'));
    expect(seen).toMatchObject({ positions: ['12'], resumedFrom: ['10', '11'] });
  });
});
