import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegions } from '@kring/regions';
import type { CloudEvent } from '../support/events.ts';
import type { HubProcess } from '../support/hub-process.ts';
import { circleOf, lookedAfter, refusal, workingHub } from './seeded-data.ts';

const caseMs = 180_000;
const diskBytes = 4 * 1024 * 1024;
const fillerBytes = 1024 * 1024;
const mostRequests = 500;

/** A small disk in memory; only root may make one, and only Linux has it. */
const smallDisk = (): string | null => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'none', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    process.stderr.write('kring: the specs of full and read-only disks are SKIPPED: they need root on Linux to mount a small disk\n');
    return null;
  }
};

const disk = smallDisk();

(disk === null ? describe.skip : describe)('a hub whose disk is full', () => {
  const folder = disk ?? '';
  const data = join(folder, 'data');
  let hub: HubProcess;
  let source = '';
  let last: CloudEvent[] = [];
  const acknowledged: CloudEvent[] = [];

  const publish = async (at: number) => {
    last = lookedAfter(at, source);
    const answer = await hub.publish('omring', last);
    if (answer.status === 202) acknowledged.push(...last);
    return answer;
  };

  beforeAll(async () => {
    source = (await loadRegions('deploy/regions')).partner('omring')?.sources[0] ?? '';
    hub = await workingHub(data);
    writeFileSync(join(folder, 'filler'), Buffer.alloc(fillerBytes));
  }, caseMs);

  afterAll(async () => {
    if (hub && !hub.hasEnded()) await hub.kill();
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  it('says that it cannot take more now, in the form of every other problem', async () => {
    let answer = await publish(0);
    for (let at = 1; answer.status === 202 && at < mostRequests; at += 1) answer = await publish(at);
    expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([503, expect.stringContaining('application/problem+json'), expect.stringContaining('Send it again')]);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(acknowledged.length).toBeGreaterThan(10);
  }, caseMs);

  it('takes the same events once there is room, without a restart', async () => {
    rmSync(join(folder, 'filler'));
    const answer = await hub.publish('omring', last);
    expect([answer.status, answer.text]).toEqual([202, answer.text]);
    const { position } = answer.body;
    const token = await hub.token('omring');
    const household = answer.body.results[0]!.householdId!;
    const circle = await hub.get(`/v1/households/${household}/circle?minPosition=${position}`, token);
    expect([circle.status, circle.text]).toEqual([200, circle.text]);
  }, caseMs);

  it('has lost nothing that it acknowledged', async () => {
    const answer = await hub.publish('omring', acknowledged.slice(-100));
    expect(answer.body).toMatchObject({ accepted: 0, duplicates: Math.min(100, acknowledged.length), rejected: 0 });
    expect((await circleOf(hub, 0)).body.supporters).toMatchObject([{ label: 'buurvrouw 0' }]);
  }, caseMs);

  it('says what to look at when it is started on a disk that may not be written', async () => {
    await hub.end();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(await refusal(data)).toMatch(/events\.db cannot be opened: .*(check the disk|read-only)/);
    execFileSync('mount', ['-o', 'remount,rw', folder]);
    hub = await workingHub(data);
  }, caseMs);
});
