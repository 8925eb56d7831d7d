import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Circle } from '@kring/contracts';
import { hubOnPaper, type HubOnPaper, type Told } from '../testing/hub-on-paper.ts';
import { kring } from '../testing/paper-terminal.ts';

const household = '018f3c2a-0000-7000-8000-000000000001';
const nurse = { id: 'o-1', name: 'J. Smit', role: 'district-nurse', phone: '0228-000001', email: null };
const circle: Circle = {
  householdId: household, canonicalId: household, state: 'registered', region: 'stede-broec', area: 'princenhof',
  address: { postcode: '1611ZA', houseNumber: 12, addition: null, masked: false },
  members: [{ personId: 'p_1', name: 'Truus Blokker', birthDate: '1941-05-03', relation: 'head', certainty: 'registered', residence: 'primary', since: '2026-01-05T09:00:00Z', learnedAt: null, because: ['1'] }],
  contactPerson: null, coordinator: null,
  involvements: [{ involvementId: 'i', organisation: 'omring', professional: nurse, role: 'district-nurse', level: 'basic-team', domain: 'care', person: null, since: '2026-02-01T09:00:00Z', until: null, expectedEnd: null, endReason: null, state: 'active', lastConfirmed: null, legalBasis: 'zvw', sensitivity: 'normal', learnedAt: null, because: ['2'] }],
  supporters: [], questions: [], ownStrength: null, signals: [], referralChains: [], matches: [], visits: [], plan: null, participation: { steps: [], level: null }, aftercare: null, consents: [], residentInformed: [],
  alerts: [{ code: 'A01', name: 'no-contact-person', severity: 'urgent', since: '2026-02-01T09:00:00Z', message: { nl: 'Er is geen aanspreekpunt.', en: 'There is no contact person.' }, actor: 'each-involved', organisations: [], threshold: null, sensitivity: 'normal', because: ['2'] }],
  hiddenContacts: true, freshness: [], position: '7', asOf: '2026-03-01T12:00:00Z', knownAt: '2026-03-01T12:00:00Z',
};

let hub: HubOnPaper;
let answer: Told;
beforeEach(async () => {
  answer = { status: 200, body: circle };
  hub = await hubOnPaper(({ path }) => (path === '/oauth/token' ? { status: 200, body: { access_token: 'token' } } : answer));
});
afterEach(() => hub.close());

const show = (...words: string[]) => kring(['circle', ...words, '--url', hub.url], { environment: { KRING_TOKEN: 'mine' } });

describe('kring circle', () => {
  it('tells in Dutch whom to call, what asks attention and who is involved', async () => {
    const { exitCode, out } = await show(household);
    expect(exitCode).toBe(0);
    expect(out).toContain('Aanspreekpunt: niemand');
    expect(out).toContain('!! A01 Er is geen aanspreekpunt. (sinds 1 feb 2026)');
    expect(out).toMatch(/omring +wijkverpleegkundige +J\. Smit \(0228-000001\) +basisteam +zorg +1 feb 2026 +betrokken/);
    expect(out).toContain('Zoals het was op 1 mrt 2026');
    expect(out).toContain('Er zijn ook betrokkenen die hier niet getoond worden.');
  });

  it('reads it for a purpose, at the times that were asked', async () => {
    const { out } = await show(household, '--json', '--as-of', '2026-01-01T00:00:00Z', '--known-at', '2026-02-01T00:00:00Z', '--purpose', 'aftercare');
    expect(JSON.parse(out)).toEqual(circle);
    expect(hub.asked[0]).toMatchObject({ path: `/v1/households/${household}/circle?asOf=2026-01-01T00%3A00%3A00Z&knownAt=2026-02-01T00%3A00%3A00Z`, headers: { authorization: 'Bearer mine', 'processing-activity': 'aftercare' } });
  });

  it('reads it as a person with a demo account', async () => {
    await show(household, '--user', 'wijkverpleegkundige@omring');
    expect(hub.asked[0]?.body).toBe('grant_type=urn%3Akring%3Aparams%3Aoauth%3Agrant-type%3Ademo-user&client_id=kring-cli&user=wijkverpleegkundige%40omring');
    expect(hub.asked[1]?.headers.authorization).toBe('Bearer token');
  });

  it('takes no citizen number or name for an id, and does not repeat it', async () => {
    for (const words of [['999900006'], ['Truus Blokker'], [household, 'Truus'], [household, '--bsn=999900006']]) {
      const { exitCode, err, out } = await show(...words);
      expect([exitCode, out]).toEqual([2, '']);
      expect(err).toMatch(/^kring: [^\n]+\n$/);
      expect(err).not.toMatch(/999900006|Truus/);
    }
    expect(hub.asked).toEqual([]);
  });

  it('says what the hub says when it refuses', async () => {
    answer = { status: 404, body: { type: 'about:blank', title: 'Not found', status: 404, detail: 'no such household' } };
    const { exitCode, err, out } = await show(household, '--json');
    expect(exitCode).toBe(1);
    expect(err).toBe('kring: the hub refused (404): Not found: no such household — it is not there, or not for this account to know.\n');
    expect(JSON.parse(out)).toMatchObject({ status: 404, title: 'Not found' });
  });

  it('asks as whom, when nobody said', async () => {
    const { exitCode, err } = await kring(['circle', household, '--url', hub.url]);
    expect([exitCode, err]).toEqual([2, 'kring: say as whom: --partner CODE, --user USER, or a token in KRING_TOKEN.\n']);
  });

  it('says where to start a hub, when there is none', async () => {
    await hub.close();
    const { exitCode, err } = await show(household);
    expect(exitCode).toBe(1);
    expect(err).toMatch(/^kring: the hub did not answer in 3 attempts: ECONNREFUSED; is it running\? Start it with `npm start`[^\n]+\n$/);
  });
});
