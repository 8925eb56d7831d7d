import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StreamReplayedData, validateData } from '@kring/contracts';
import type { ReplayEntry } from '@kring/replay';
import { AuditHub } from '../testing/audit-hub.ts';
import { princenhof } from '../testing/princenhof.ts';
import type { HouseholdReplay } from './replay-household.query.ts';

const inShort = ({ kind, recordedAt, type, alertsRaised, alertsCleared }: ReplayEntry): string =>
  [kind, recordedAt.slice(0, 10), type?.replace(/^nl\.kring\.|\.v1$/g, '') ?? '', ...alertsRaised.map(({ code }) => `+${code}`), ...alertsCleared.map(({ code }) => `-${code}`)].filter((word) => word !== '').join(' ');

/** Opening real stores may take this long on a busy machine. */
const hookMs = 60_000;

describe('the replay of a household', () => {
  let hub: AuditHub;
  let auditor: string;
  let coordinator: string;
  let resident: string;
  beforeAll(async () => {
    hub = await AuditHub.open();
    auditor = hub.token({ subject: 'auditor@hub', kind: 'user', partner: null, roles: ['auditor'] });
    coordinator = hub.token({ subject: 'regisseur@gemeente-stede-broec', kind: 'user', partner: 'gemeente-stede-broec', roles: ['coordinator'] });
    resident = hub.token({ subject: 'bewoner-1@resident', kind: 'user', partner: null, roles: ['resident'] });
    await hub.told(...princenhof);
    hub.made.clock.at = new Date('2026-04-20T12:00:00.000Z');
  }, hookMs);
  afterAll(() => hub.close(), hookMs);

  const reason = { 'replay-reason': 'Steekproef%20tweede%20kwartaal' };
  const ask = (token: string, query = '', headers: Record<string, string> = reason) => hub.get(`/v1/audit/households/h-1/replay${query}`, token, headers);
  const replay = async (token: string, query = ''): Promise<HouseholdReplay> => (await ask(token, query)).json();

  it('takes an auditor through the household, with what each event and each term brought about', async () => {
    const { entries, next } = await replay(auditor);
    expect(entries.map(inShort)).toEqual([
      'event 2026-01-05 households.registered',
      'event 2026-02-02 involvements.started',
      'event 2026-02-03 residents.informed',
      'withheld 2026-02-10 +A01',
      'time 2026-02-17',
      'withheld 2026-02-20 -A01',
      'event 2026-02-24 signals.raised',
      'event 2026-03-02 involvements.started +A01',
      'event 2026-03-03 involvements.changed',
      'time 2026-03-03 +A04',
      'time 2026-03-09',
      'time 2026-03-16 +A11',
      'event 2026-04-01 contact-persons.assigned -A01',
    ]);
    expect(next).toBeNull();
  });

  it('shows an auditor pseudonyms and workers, and nothing at all of who is hidden but that something is', async () => {
    const { entries } = await replay(auditor);
    expect(entries[0]?.changes).toEqual(expect.arrayContaining([
      expect.objectContaining({ section: 'members', key: 'p_h-1', after: expect.not.objectContaining({ name: expect.anything() }) }),
      expect.objectContaining({ section: 'household', after: expect.objectContaining({ address: { postcode: null, houseNumber: null, addition: null, masked: true } }) }),
    ]));
    expect(entries[3]?.changes).toEqual([{ section: 'household', key: '', change: 'changed', before: { hiddenContacts: false }, after: { hiddenContacts: true } }]);
    expect(JSON.stringify(entries)).not.toMatch(/oggz|Fenna|mental-health|loneliness/);
    expect(JSON.stringify(entries)).toContain('Worker of omring');
  });

  it('shows the coordinator the names that the coordinator may see', async () => {
    const { entries } = await replay(coordinator);
    expect(entries[0]?.changes).toContainEqual(expect.objectContaining({ section: 'members', after: expect.objectContaining({ name: 'Fenna de Vries' }) }));
  });

  it('takes a name that is told again for the same name', async () => {
    const { entries } = await replay(coordinator);
    expect(entries.find(({ type }) => type?.includes('involvements.changed'))?.changes).toEqual([
      { section: 'involvements', key: 'ons-stede-broec/i-ons-stede-broec', change: 'changed', before: { level: 'basic-team' }, after: { level: 'neighbourhood' } },
    ]);
  });

  it('tells a resident what happened in plain words, never who raised a signal, and no alerts', async () => {
    const { entries } = await replay(resident);
    expect(entries.find(({ type }) => type === 'nl.kring.signals.raised.v1')).toMatchObject({ organisation: null, text: { nl: expect.stringMatching(/\.$/) } });
    expect(JSON.stringify(entries.filter(({ type }) => type?.includes('signals')))).not.toMatch(/"raisedBy"/);
    expect(entries.flatMap(({ alertsRaised }) => alertsRaised)).toEqual([]);
  });

  it.each(['forwards', 'backwards'])('goes on %s, page by page, to the same whole', async (order) => {
    const found: ReplayEntry[] = [];
    for (let after = ''; ; ) {
      const { entries, next } = await replay(auditor, `?order=${order}&limit=5${after}`);
      found.push(...entries);
      if (next === null) break;
      after = `&after=${next}`;
    }
    const whole = (await replay(auditor)).entries;
    expect(found).toEqual(order === 'forwards' ? whole : whole.toReversed());
  });

  it('ends where it is asked to, and stays there for the pages behind', async () => {
    const first = await replay(auditor, '?until=2026-02-24T12:00:00Z&limit=4');
    const second = await replay(auditor, `?limit=4&after=${first.next}`);
    expect([first, second].map(({ until }) => until)).toEqual(['2026-02-24T12:00:00.000Z', '2026-02-24T12:00:00.000Z']);
    expect(second.entries.map(inShort)).toEqual(['time 2026-02-17', 'withheld 2026-02-20 -A01', 'event 2026-02-24 signals.raised']);
  });

  it('says what the alerts said on a day, by what was known on a day', async () => {
    const then = async (query: string) => (await hub.get(`/v1/audit/households/h-1/alerts?${query}`, auditor)).json<{ alerts: { code: string; severity: string }[] }>().alerts.map(({ code, severity }) => `${code} ${severity}`);
    expect(await then('asOf=2026-03-05T12:00:00Z&knownAt=2026-03-05T12:00:00Z')).toEqual(['A01 warning', 'A04 warning']);
    expect(await then('asOf=2026-03-12T12:00:00Z&knownAt=2026-03-12T12:00:00Z')).toEqual(['A01 urgent', 'A04 warning']);
    expect(await then('asOf=2026-03-12T12:00:00Z&knownAt=2026-02-24T12:00:00Z')).toEqual(['A04 warning']);
  });

  it('is on record before the answer leaves: a line for the household, and the replay with its sealed reason', async () => {
    await replay(auditor);
    expect((await hub.accessLog.read('h-1')).filter(({ view }) => view === 'replay').at(-1)).toMatchObject({ viewer: 'auditor@hub', purpose: 'coordination', persons: ['p_h-1'] });
    const { eventStore, keyStore, sealer } = hub.made;
    const recorded = [];
    for await (const batch of eventStore.readStream('access-h-1')) recorded.push(...batch);
    const last = recorded.findLast(({ type }) => type === StreamReplayedData.type)!;
    expect(last.data).toMatchObject({ viewer: 'auditor@hub', stream: 'household:h-1' });
    expect(JSON.stringify(last)).not.toContain('Steekproef');
    const key = (await keyStore.find(['household:h-1'])).get('household:h-1')!;
    const opened = sealer.open(key, 'personal', `${last.id}\n${last.type}\nh-1`, String(last.metadata['box'])) as { '/reason': string };
    expect(opened).toEqual({ '/reason': 'Steekproef tweede kwartaal' });
    expect(validateData(last.type, { ...last.data, reason: opened['/reason'] })).toEqual([]);
  });

  it('is refused to an auditor who does not say why', async () => {
    const answer = await ask(auditor, '', {});
    expect([answer.statusCode, answer.json().errors[0].rule]).toEqual([400, 'replay-reason']);
    expect((await ask(coordinator, '', {})).statusCode).toBe(200);
  });

  it('is not there for a caseworker, and that it was asked for is on record', async () => {
    expect((await ask(hub.token({ subject: 'omring' }))).statusCode).toBe(404);
    expect((await hub.accessLog.read('h-1')).at(-1)).toMatchObject({ viewer: 'omring', denied: true, view: 'replay' });
    expect((await hub.get('/v1/audit/households/h-1/alerts', hub.token({ subject: 'mee-drenthe' }))).statusCode).toBe(404);
    expect((await hub.get('/v1/audit/households/nobody/replay', auditor, reason)).statusCode).toBe(404);
  });

  it.each(['order=sideways', 'from=%20', 'until=yesterday', 'after=bm9uc2Vuc2U', 'limit=0'])('refuses what it cannot read: %s', async (query) => {
    expect((await ask(auditor, `?${query}`)).statusCode).toBe(400);
  });
});
