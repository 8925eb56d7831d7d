import { afterEach, describe, expect, it } from '@jest/globals';
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegions } from './load-regions.ts';
import { RegionFilesInvalid } from './region-problem.ts';

const shipped = join(import.meta.dirname, '../../../deploy/regions');
const folders: string[] = [];

/** A copy of the shipped files in which each change was made to the text of its file. */
const folderWith = async (changes: Readonly<Record<string, (yaml: string) => string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'kring-regions-'));
  folders.push(folder);
  for (const name of await readdir(shipped)) await copyFile(join(shipped, name), join(folder, name));
  for (const [name, change] of Object.entries(changes)) await writeFile(join(folder, name), change(await readFile(join(shipped, name), 'utf8').catch(() => '')));
  return folder;
};
const problemsWith = async (changes: Parameters<typeof folderWith>[0]) => {
  const refusal: unknown = await loadRegions(await folderWith(changes)).catch((error: unknown) => error);
  if (!(refusal instanceof RegionFilesInvalid)) throw new Error('the files were taken');
  return refusal.problems;
};
const replacing = (from: string, to: string) => (yaml: string) => yaml.replace(from, to);

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

describe('the region files that are shipped', () => {
  it('are taken as they are', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.regions.map(({ code }) => code)).toEqual(['assen', 'buurthuis', 'heerlen', 'stede-broec', 'veendam-pekela']);
    expect(regions.partners).toHaveLength(27);
  });

  it('give every partner someone who can sign in, and a test URN of its own', async () => {
    const { partners, users } = await loadRegions(shipped);
    for (const { code, sources } of partners) {
      expect(users.some(({ partner }) => partner === code)).toBe(true);
      expect(sources).toEqual([expect.stringMatching(/^urn:nld:(oin:00000099\d{12}|kvknr:9\d{7}):systeem:kring-demo$/)]);
    }
  });

  it('let Ons Stede Broec publish for the municipality, and not the other way round', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.mayPublishFor('ons-stede-broec', 'gemeente-stede-broec')).toBe(true);
    expect(regions.mayPublishFor('gemeente-stede-broec', 'ons-stede-broec')).toBe(false);
    expect(regions.mayPublishFor('omring', 'omring')).toBe(true);
  });

  it('put Pekela under its own municipality', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.municipalityOf('pekela')).toBe('gemeente-pekela');
    expect(regions.municipalityOf('veendam-zuid')).toBe('gemeente-veendam');
    expect(regions.regionOfArea('pekela')?.code).toBe('veendam-pekela');
  });

  it('find a partner by the system that publishes', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.partnerOfSource('urn:nld:oin:00000099000000000532:systeem:kring-demo')?.code).toBe('gemeente-stede-broec');
    expect(regions.partnerOfSource('urn:nld:kvknr:99999999:systeem:elsewhere')).toBeUndefined();
  });

  it('find the partners behind a team', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.organisationsBehind('zorgzame-buurt-princenhof')).toEqual(['ons-stede-broec', 'omring', 'de-woonschakel']);
    expect(regions.organisationsBehind('omring')).toEqual(['omring']);
    expect(regions.organisationsBehind('nobody')).toEqual([]);
  });

  it('keep police and mental health brokered, and know the longest normal silence', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.partners.filter(({ sensitivity }) => sensitivity === 'brokered').map(({ code }) => code)).toEqual(['oggz', 'politie']);
    expect(regions.partner('omring')?.rhythmHours).toBe(24);
  });

  it('let a neighbourhood differ where it says so, and only there', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.rulesFor('voorbeeldbuurt').thresholds.A04).toEqual({ urgent: { workingDays: 1 }, normal: { workingDays: 5 }, low: { workingDays: 7 } });
    expect(regions.rulesFor('princenhof').thresholds.A04.low).toEqual({ workingDays: 10 });
    expect(regions.rulesFor('princenhof')).toMatchObject({ region: 'stede-broec', partners: { omring: { name: 'Omring' }, politie: { sensitivity: 'brokered' } } });
  });

  it('have rules for a household of which the area is not known', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.rulesFor('').thresholds.A05).toEqual({ steps: 2 });
  });

  it('have a service for those without a system of their own', async () => {
    const regions = await loadRegions(shipped);
    expect(regions.partnersOfService('mee').map(({ code }) => code)).toEqual(['mee-drenthe', 'mee-groningen']);
    expect(regions.serviceOf('acantus')).toBe('woningcorporatie');
    expect(regions.serviceOf('politie')).toBeNull();
  });
});

describe('region files that are wrong', () => {
  it('are refused with every problem at once: file, line, path, what is wrong and what to do', async () => {
    const problems = await problemsWith({
      'assen.yaml': (yaml) => yaml.replace('kind: welfare', 'kind: charity').replace('name: Assen-Zuid', 'nmae: Assen-Zuid'),
      'heerlen.yaml': replacing('rhythm: P3D', 'rhythm: weekly'),
    });
    expect(problems.map(({ file, path }) => `${file} ${path}`).sort()).toEqual([
      'assen.yaml areas[0].name', 'assen.yaml areas[0].nmae', 'assen.yaml partners[1].kind', 'heerlen.yaml partners[0].rhythm',
    ]);
    expect(problems.find(({ path }) => path === 'areas[0].nmae')).toMatchObject({ wrong: 'is not known here', remedy: 'remove it or correct its spelling' });
    expect(problems.find(({ path }) => path === 'partners[1].kind')).toMatchObject({ line: expect.any(Number), remedy: expect.stringContaining('home-care') });
  });

  it.each([
    ['a code that is no alert', 'A25: { within: { days: 1 } }', 'alerts.A25', 'is not known here'],
    ['a threshold that the alert does not have', 'A05: { within: { days: 1 } }', 'alerts.A05.within', 'is not known here'],
    ['a term of no known kind', 'A08: { within: { weeks: 4 } }', 'alerts.A08.within.weeks', 'is not known here'],
    ['a term that is a number', 'A08: { within: 28 }', 'alerts.A08.within', 'does not fit'],
    ['a severity that is none', 'A08: { severity: loud }', 'alerts.A08.severity', 'does not fit'],
  ])('are refused with %s', async (_what, override, path, wrong) => {
    expect(await problemsWith({ 'assen.yaml': replacing('A05: { steps: 2 }', override) })).toEqual(expect.arrayContaining([expect.objectContaining({ path, wrong })]));
  });

  it('let a region make an alert weigh more', async () => {
    const regions = await loadRegions(await folderWith({ 'assen.yaml': replacing('A05: { steps: 2 }', 'A08: { severity: urgent, within: { days: 14 } }') }));
    const { severities, thresholds } = regions.rulesFor('de-lariks');
    expect([severities['A08'], thresholds.A08]).toEqual(['urgent', { within: { days: 14 } }]);
    expect(thresholds).not.toHaveProperty('severity');
  });

  it('let a region have a role of its own', async () => {
    const folder = await folderWith({ 'assen.yaml': (yaml) => yaml.replace('alerts:', 'roles: { elderly-adviser: ouderenadviseur }\nalerts:').replace('roles: [gp, caseworker]', 'roles: [elderly-adviser, caseworker]') });
    expect((await loadRegions(folder)).user('huisarts@huisarts-de-lariks')?.roles).toContain('elderly-adviser');
  });

  it('are refused when they are no YAML', async () => {
    const [problem] = await problemsWith({ 'assen.yaml': () => 'region: [assen' });
    expect(problem).toMatchObject({ file: 'assen.yaml', line: 1, remedy: 'make it valid YAML' });
  });

  it.each([
    ['a partner', { 'assen.yaml': replacing('code: mee-drenthe', 'code: mee-groningen') }, 'the partner or team mee-groningen is defined twice'],
    ['an area', { 'assen.yaml': replacing('{ code: de-lariks', '{ code: princenhof') }, 'the area princenhof is defined twice'],
    ['a source', { 'assen.yaml': replacing('kvknr:90000001', 'kvknr:90000012') }, 'the source urn:nld:kvknr:90000012:systeem:kring-demo is defined twice'],
    ['a region', { 'assen.yaml': replacing('region: assen', 'region: heerlen') }, 'the region heerlen is defined twice'],
  ])('are refused when %s is defined in two of them', async (_what, changes, wrong) => {
    expect((await problemsWith(changes)).map((problem) => problem.wrong)).toContain(wrong);
  });

  it.each([
    ['a delegation to nobody', replacing('delegations: [gemeente-stede-broec]', 'delegations: [gemeente-elsewhere]'), 'there is no partner gemeente-elsewhere'],
    ['a team in an area of another region', replacing('level: neighbourhood\n    area: princenhof', 'level: neighbourhood\n    area: de-lariks'), 'there is no area de-lariks'],
    ['a user of another region', replacing('wijkverpleegkundige@omring', 'wijkagent@politie'), 'wijkagent@politie is not of this file'],
    ['a role that nobody knows', replacing('roles: [district-nurse, caseworker]', 'roles: [district-nurze, caseworker]'), 'there is no role district-nurze'],
    ['a discipline that nobody knows', replacing('discipline: housing-consultant', 'discipline: landlord'), 'there is no role landlord'],
    ['shares that are no whole', replacing('percent: 33.34', 'percent: 33.33'), 'the shares do not add up to 100'],
    ['a programme that ends before it starts', replacing('until: 2028-03-31', 'until: 2026-03-31'), 'is not after from'],
  ])('are refused with %s', async (_what, change, wrong) => {
    expect((await problemsWith({ 'stede-broec.yaml': change })).map((problem) => problem.wrong)).toContain(wrong);
  });

  it('are refused when there are none', async () => {
    await expect(loadRegions(join(tmpdir(), 'kring-no-such-folder'))).rejects.toThrow('holds no region file');
  });
});
