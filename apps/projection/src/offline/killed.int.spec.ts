import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { ServingView, householdViewName, type RebuildReport } from '@kring/projection-runtime';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { comparableRow } from '../household-view/comparable-row.ts';
import { HouseholdHistory } from '../testing/household-history.ts';

const kills = Number(process.env['KRING_TEST_KILLS'] ?? 3);
const seed = Number(process.env['KRING_TEST_SEED'] ?? 20261122);
const households = 60;
const visits = 30;
const clock = '2026-06-01T12:00:00Z';
const program = fileURLToPath(new URL('../../dist/rebuild.main.js', import.meta.url));

/** Chance from a seed (a linear congruence, whose high bits are good enough to spread moments). */
const chanceFrom = (state: number) => () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;

type Ended = { readonly ended?: RebuildReport | null; readonly failed?: string };

/** The program that an operator's command starts; killed after so many milliseconds, where that is before it ends. */
const run = async (folder: string, killAfter?: number): Promise<{ readonly ms: number; readonly answer: Ended | undefined }> => {
  const started = performance.now();
  const child = spawn(process.execPath, [program, 'rebuild'], { env: { ...process.env, KRING_DATA: folder, KRING_CLOCK: clock, NODE_ENV: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const exit = new Promise((resolve) => child.once('close', resolve));
  if (killAfter !== undefined) await Promise.race([pass(killAfter), exit]);
  if (killAfter !== undefined) child.kill('SIGKILL');
  await exit;
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const answer = last.includes('"ended"') || last.includes('"failed"') ? (JSON.parse(last) as Ended) : undefined;
  return { ms: performance.now() - started, answer };
};

describe(`a process that is killed ${kills} times while it makes a view anew (seed ${seed})`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kring-killed-'));
    const eventStore = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => new Date(clock) });
    const history = new HouseholdHistory();
    const ids = Array.from({ length: households }, (_, n) => `h-${n}`);
    const told = [
      ...ids.map((id) => history.registered(id, '2026-01-01T00:00:00Z')),
      ...['omring', 'mee'].flatMap((partner) => ids.map((id) => history.involved(id, partner, '2026-01-02T00:00:00Z'))),
      ...Array.from({ length: visits }, (_, n) => ids.map((id) => history.visit(id, 'omring', `v-${n}`, '2026-06-02T09:00:00Z', '2026-01-06T00:00:00Z'))).flat(),
    ];
    await Promise.all(told.map(({ stream, event }) => eventStore.append(stream, [event], 'any')));
    await eventStore.close();
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Every circle as readers see it now, but for when it was drawn. */
  const served = async (): Promise<readonly string[]> => {
    const viewStore = await openEmbeddedViewStore({ file: join(folder, 'views.db') });
    const rows = await new ServingView(viewStore, householdViewName).find('circle', { limit: 1_000 });
    await viewStore.close();
    return rows.map(({ key, value }) => `${key} ${Buffer.from(comparableRow('circle', value)).toString()}`);
  };

  it('leaves the view that serves whole each time, and ends with another that is the same', async () => {
    const chance = chanceFrom(seed);
    const whole = await run(folder);
    expect(whole.answer?.ended).toMatchObject({ stage: 'switched', generation: 1, differences: { count: 0 } });
    const before = await served();
    expect(before).toHaveLength(households);
    for (let killed = 0; killed < kills; killed += 1) {
      await run(folder, whole.ms * (0.3 + 0.7 * chance()));
      expect(await served()).toEqual(before);
    }
    expect((await run(folder)).answer?.ended).toMatchObject({ stage: 'switched', differences: { count: 0 } });
    expect(await served()).toEqual(before);
  }, 60_000 + kills * 20_000);
});
