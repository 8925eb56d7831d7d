import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '@kring/access';
import { validateData } from '@kring/contracts';
import type { EventStore, RecordedEvent } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { KeyStore } from '@kring/key-store';
import { openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { Sealer, boundTo } from '@kring/sealing';
import { ReplayLog } from './replay-log.ts';

/** Opening real stores may take this long on a busy machine. */
const hookMs = 60_000;
const auditor: Caller = { kind: 'user', subject: 'auditor@hub', partner: null, roles: ['auditor'] };

describe('the record of who went through the log', () => {
  let folder: string;
  let store: EventStore;
  let keys: KeyStore;
  let sealer: Sealer;
  let log: ReplayLog;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kring-replay-log-'));
    store = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => new Date('2026-03-16T09:00:00Z') });
    keys = await openEmbeddedKeyStore({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) });
    sealer = await Sealer.over(keys);
    log = new ReplayLog(store, keys, sealer, { now: () => new Date('2026-03-16T09:00:00Z') });
  }, hookMs);
  afterAll(async () => {
    await Promise.all([store.close(), keys.close()]);
    await rm(folder, { recursive: true });
  }, hookMs);

  const lastOf = async (stream: string): Promise<RecordedEvent> => {
    const events: RecordedEvent[] = [];
    for await (const batch of store.readStream(stream)) events.push(...batch);
    return events.at(-1)!;
  };
  const record = (householdId: string | null, stream: string) => log.record({ caller: auditor, householdId, stream, from: '0001', until: '0009', reason: 'Klacht van mevrouw De Vries' });

  it('keeps the reason under the key of the household, and the rest in the published language', async () => {
    await record('h-1', 'household:h-1');
    const { id, type, data, metadata } = await lastOf('access-h-1');
    expect(JSON.stringify({ data, metadata })).not.toContain('Vries');
    const key = (await keys.find(['household:h-1'])).get('household:h-1')!;
    const opened = sealer.open(key, 'personal', boundTo(id, type, 'h-1'), String(metadata['box'])) as Record<string, string>;
    expect(opened).toEqual({ '/reason': 'Klacht van mevrouw De Vries' });
    expect(validateData(type, { ...data, reason: opened['/reason'] })).toEqual([]);
  });

  it('keeps no reason of a household that was erased, but that someone looked', async () => {
    await keys.destroy('household:h-2');
    await record('h-2', 'household:h-2');
    const { data, metadata } = await lastOf('access-h-2');
    expect(data).toMatchObject({ viewer: 'auditor@hub', from: '0001', until: '0009' });
    expect(metadata['box']).toBeUndefined();
  });

  it('keeps what is about no household with the hub', async () => {
    await record(null, 'all');
    const { data, metadata } = await lastOf('access-hub');
    expect(data).toMatchObject({ stream: 'all' });
    expect(data['household']).toBeUndefined();
    expect(metadata['box']).toEqual(expect.any(String));
  });
});
