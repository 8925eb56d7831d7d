import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { EventStore, RecordedEvent } from '@kring/event-store';
import { defaultRules } from '@kring/household';
import type { ViewStore } from '@kring/view-store';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { runCoordination, type RunningCoordination } from './index.ts';
import { SetClock, onDemand, storedEvent, type Telling } from './testing/acting-hub.ts';
import { registered, signalled, started } from './testing/tellings.ts';

type Process = { readonly eventStore: EventStore; readonly viewStore: ViewStore; readonly coordination: RunningCoordination };

const clock = new SetClock(new Date('2026-03-06T15:00:00.000Z'));
let folder: string;
let told = 0;

const open = async (): Promise<Process> => {
  const eventStore = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => clock.now() });
  const viewStore = await openEmbeddedViewStore({ file: join(folder, 'views.db') });
  const coordination = runCoordination({ eventStore, viewStore, regions: { rulesFor: () => defaultRules }, clock, ...onDemand });
  return { eventStore, viewStore, coordination };
};

const close = async ({ eventStore, viewStore, coordination }: Process): Promise<void> => {
  await coordination.stop();
  await Promise.all([eventStore.close(), viewStore.close()]);
};

const tell = async ({ eventStore }: Process, ...tellings: readonly Telling[]): Promise<void> => {
  for (const telling of tellings) {
    const { stream, event } = storedEvent({ occurredAt: clock.now().toISOString(), number: (told += 1), ...telling });
    await eventStore.append(stream, [event], 'any');
  }
};

const saidIn = async ({ eventStore }: Process): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const batch of eventStore.readAll({ after: '' })) events.push(...batch.filter(({ stream }) => stream.startsWith('hub-')));
  return events;
};

const inWords = ({ type, data }: RecordedEvent): string => `${type.split('.').slice(2, 4).join('.')} ${String(data['code'] ?? '')} ${String(data['occurredAt']).slice(0, 10)}`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kring-coordination-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the hub that acts, over the embedded stores', () => {
  it('goes on after ten days with what it left, and says nothing twice when its views are thrown away', async () => {
    const first = await open();
    await tell(first, registered(), started('omring'), started('mee'), signalled('omring', 's-1', 'urgent'));
    await first.coordination.whenCaughtUp();
    expect((await saidIn(first)).map(inWords)).toEqual(['matches.detected  2026-03-06', 'alerts.raised A01 2026-03-06', 'contact-persons.proposed  2026-03-06']);
    await close(first);

    clock.set('2026-03-16T15:00:00.000Z');
    const second = await open();
    await second.coordination.whenCaughtUp();
    const said = await saidIn(second);
    expect(said.slice(3).map(inWords)).toEqual([
      'alerts.deadline-passed A04 2026-03-09', 'alerts.raised A04 2026-03-09',
      'alerts.deadline-passed A01 2026-03-13', 'alerts.deadline-passed A03 2026-03-13', 'alerts.raised A03 2026-03-13',
    ]);
    expect(said.map(({ revision }) => revision)).toEqual(said.map((_, index) => index));
    await close(second);

    for (const end of ['', '-wal', '-shm']) await rm(join(folder, `views.db${end}`), { force: true });
    const third = await open();
    await third.coordination.whenCaughtUp();
    expect(await saidIn(third)).toHaveLength(said.length);
    await close(third);
  }, 30_000);
});
