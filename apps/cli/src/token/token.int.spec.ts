import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hubOnPaper, type HubOnPaper } from '../testing/hub-on-paper.ts';
import { kring } from '../testing/paper-terminal.ts';

let folder: string;
let hub: HubOnPaper;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kring-regions-'));
  await writeFile(join(folder, 'there.yaml'), "partners:\n  - { code: omring, name: Omring, sources: ['urn:nld:kvknr:90000012:systeem:kring-demo'] }\nusers:\n  - { user: verpleegkundige@omring, roles: [district-nurse] }\n");
  await writeFile(join(folder, 'hub.yaml'), 'users:\n  - { user: auditor@hub, roles: [auditor] }\n');
  hub = await hubOnPaper(() => ({ status: 200, body: { access_token: 'abc.def', token_type: 'Bearer', expires_in: 300 } }));
});
afterEach(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const environment = () => ({ KRING_REGIONS: folder, KRING_URL: hub.url });

describe('kring token', () => {
  it('prints the token of a partner and nothing else', async () => {
    const { exitCode, out } = await kring(['token', '--partner', 'omring'], { environment: environment() });
    expect([exitCode, out]).toEqual([0, 'abc.def\n']);
  });

  it('prints the token of a person, or all of the answer', async () => {
    const { out } = await kring(['token', '--user', 'auditor@hub', '--json'], { environment: environment() });
    expect(JSON.parse(out)).toEqual({ access_token: 'abc.def', token_type: 'Bearer', expires_in: 300 });
    expect(hub.asked[0]?.body).toContain('user=auditor%40hub');
  });

  it('lists the accounts of the region files without a hub', async () => {
    const { out } = await kring(['token', '--list', '--json'], { environment: environment() });
    expect(JSON.parse(out)).toEqual({
      partners: [{ code: 'omring', clientId: 'omring', sources: ['urn:nld:kvknr:90000012:systeem:kring-demo'] }],
      users: [{ user: 'auditor@hub', roles: ['auditor'] }, { user: 'verpleegkundige@omring', roles: ['district-nurse'] }],
    });
    expect(hub.asked).toEqual([]);
    expect((await kring(['token', '--list'], { environment: environment() })).out).toMatch(/partner +sources\nomring +urn:nld/);
  });

  it('asks whose, and takes one at a time', async () => {
    expect(await kring(['token'], { environment: environment() })).toMatchObject({ exitCode: 2, out: '' });
    expect(await kring(['token', '--list', '--partner', 'omring'], { environment: environment() })).toMatchObject({ exitCode: 2, err: 'kring: two of the options exclude each other; see `kring help`.\n' });
  });

  it('says which folder setting to look at when there are no region files', async () => {
    const { exitCode, err } = await kring(['token', '--list'], { environment: { KRING_REGIONS: join(folder, 'absent') } });
    expect([exitCode, err]).toEqual([1, 'kring: there is no folder of region files; say where it is in KRING_REGIONS.\n']);
  });
});
