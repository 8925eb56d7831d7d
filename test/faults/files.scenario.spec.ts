import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegions } from '@kring/regions';
import { chanceFrom, whole } from '../support/chance.ts';
import { circleOf, refusal, seedData, workingHub, type SeededData } from './seeded-data.ts';

const seed = Number(process.env['KRING_TEST_SEED'] ?? 20261122);
const caseMs = 120_000;

/** What a disk, a careless copy or a wrong restore does to the files of a hub while it is not running. */
describe(`a hub whose files were changed while it was away (seed ${seed})`, () => {
  const chance = chanceFrom(seed);
  let seeded: SeededData;

  beforeAll(async () => {
    const regions = await loadRegions('deploy/regions');
    seeded = await seedData(regions.partner('omring')?.sources[0] ?? '');
  }, caseMs);
  afterAll(() => seeded?.remove());

  /** One bit within one of the places where the file has this text. */
  const flipBit = (file: string, text: string): void => {
    const bytes = readFileSync(file);
    const places: number[] = [];
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
    const at = places[whole(chance, 0, places.length - 1)]! + whole(chance, 0, text.length - 1);
    bytes[at] = bytes[at]! ^ (1 << whole(chance, 0, 7));
    writeFileSync(file, bytes);
  };

  const refused = async (change: (data: string) => void, env: Readonly<Record<string, string>> = {}): Promise<string | null> => {
    const data = seeded.copy();
    change(data);
    return refusal(data, env);
  };

  it('refuses a log in which a bit fell over, and names the file, the place and what to do', async () => {
    const said = await refused((data) => flipBit(join(data, 'events.db'), 'neighbour'));
    expect(said).toMatch(/events\.db cannot be opened: the file is damaged: stop, keep a copy, and restore the last backup \(the page at position \d+ is not as it was written\)/);
  }, caseMs);

  it('refuses a view in which a bit fell over, and draws it again once it is thrown away', async () => {
    const data = seeded.copy();
    flipBit(join(data, 'views.db'), 'neighbour');
    expect(await refusal(data)).toContain('views.db cannot be opened: a row of the views is not as it was written: stop, and remove the file, for it is drawn again from the log');
    rmSync(join(data, 'views.db'));
    const hub = await workingHub(data);
    expect((await circleOf(hub, 3)).body.supporters).toMatchObject([{ kind: 'neighbour', label: 'buurvrouw 3' }]);
    await hub.end();
  }, caseMs);

  it('refuses a log that was cut off', async () => {
    const said = await refused((data) => truncateSync(join(data, 'events.db'), whole(chance, 1, statSync(join(data, 'events.db')).size - 1)));
    expect(said).toContain('events.db cannot be opened: the file is damaged');
  }, caseMs);

  it('refuses an older log beside newer views: what was acknowledged since is missing', async () => {
    const said = await refused((data) => copyFileSync(join(seeded.older, 'events.db'), join(data, 'events.db')));
    expect(said).toMatch(/the log ends at position 0*20, and the views were drawn up to 0*40: events are missing from the log/);
  }, caseMs);

  it('refuses to begin a new log beside views of an old one', async () => {
    expect(await refused((data) => rmSync(join(data, 'events.db')))).toContain('the log ends at position 0');
  }, caseMs);

  it('takes older views as they are, and draws on from there', async () => {
    const data = seeded.copy();
    for (const view of ['views.db', 'door.db']) copyFileSync(join(seeded.older, view), join(data, view));
    const hub = await workingHub(data);
    expect((await circleOf(hub, 13)).body.supporters).toMatchObject([{ label: 'buurvrouw 13' }]);
    await hub.end();
  }, caseMs);

  it('refuses a master key that is gone, and puts no other in its place', async () => {
    const data = seeded.copy();
    rmSync(join(data, 'master.key'));
    expect(await refusal(data)).toContain('master.key is gone and the log is not empty: put back the copy that was kept of it');
    expect(existsSync(join(data, 'master.key'))).toBe(false);
  }, caseMs);

  it('refuses another master key', async () => {
    expect(await refused((data) => writeFileSync(join(data, 'master.key'), Buffer.alloc(32, 7)))).toContain('the master key does not open');
  }, caseMs);

  it('refuses a log whose keys are gone: it would know nobody in it again', async () => {
    expect(await refused((data) => rmSync(join(data, 'keys.db')))).toContain('the key store is empty and the log is not: put back the last copy of the key store');
  }, caseMs);

  it('refuses a clock that is set before the last recorded event', async () => {
    expect(await refused(() => undefined, { KRING_CLOCK: '2020-01-01T00:00:00Z' })).toMatch(/KRING_CLOCK: lies before \S+Z, when the last event was recorded: give a later instant/);
  }, caseMs);
});
