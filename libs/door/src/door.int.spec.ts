import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejections } from './rejections.ts';
import { bsn, sender } from './testing/events.ts';
import { TestDoor } from './testing/test-door.ts';

const dwelling = { postcode: '1611AB', houseNumber: 12 };

describe('the door', () => {
  let house: TestDoor;
  let send: ReturnType<typeof sender>;
  const idOf = async (partner: string, event: unknown): Promise<string | undefined> => (await house.admit(partner, event))[0]?.householdId;

  beforeEach(async () => {
    house = await TestDoor.open();
    send = sender(house);
  });
  afterEach(() => house.end());

  it('brings events to one household by BSN, by id and by exact address, written however', async () => {
    const householdId = await idOf('gemeente-stede-broec', send.registered(bsn(1), { ...dwelling, addition: 'A' }));
    const outcomes = [
      ...(await house.admit('omring', send.involved({ bsn: bsn(1) }), send.involved({ householdId: householdId ?? '' }))),
      ...(await house.admit('de-woonschakel', send.signalled({ address: { postcode: '1611AB', houseNumber: 12, addition: 'a' } }))),
    ];
    expect(outcomes.map((outcome) => [outcome.status, outcome.householdId])).toEqual(Array(3).fill(['accepted', householdId]));
  });

  it('finds a household that was registered earlier in the same request', async () => {
    const outcomes = await house.admit('gemeente-stede-broec', send.registered(bsn(2), dwelling), send.event('gemeente-stede-broec', 'questions.received', { bsn: bsn(2) }, { questionId: 'q-1', kind: 'question', about: 'self', initiatedBy: 'resident' }));
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    expect(outcomes[0]?.householdId).toBe(outcomes[1]?.householdId);
  });

  it('stores nothing that tells who or where', async () => {
    await house.admit('gemeente-stede-broec', send.registered(bsn(3), dwelling));
    await house.admit('omring', send.involved({ bsn: bsn(3), address: dwelling }));
    const stored = JSON.stringify((await house.log()).map(({ stream, type, data, metadata }) => ({ stream, type, data, metadata })));
    for (const secret of [bsn(3), 'Visser', '1941-05-06', '1611AB', 'Marit']) expect(stored).not.toContain(secret);
    expect(stored).toContain('"role":"district-nurse"');
  });

  it('makes a provisional household of a BSN that nobody spoke of, and the registration makes it registered', async () => {
    const provisional = await idOf('omring', send.involved({ bsn: bsn(4) }));
    expect(await idOf('gemeente-stede-broec', send.registered(bsn(4), dwelling))).toBe(provisional);
  });

  it('merges a household known by address only into the one that is registered there', async () => {
    const byAddress = await idOf('de-woonschakel', send.signalled({ address: dwelling }));
    const registered = await idOf('gemeente-stede-broec', send.registered(bsn(5), dwelling));
    expect(registered).not.toBe(byAddress);
    expect(await idOf('omring', send.involved({ householdId: byAddress ?? '' }))).toBe(registered);
    const merged = (await house.log()).filter(({ type }) => type === 'nl.kring.households.merged.v1');
    expect(merged.map(({ stream, data }) => [stream, data['from']])).toEqual([[`hub-${registered}`, [byAddress]]]);
  });

  it('never merges two registered households by themselves, and does not guess between them', async () => {
    const one = await idOf('gemeente-stede-broec', send.registered(bsn(6), dwelling));
    const other = await idOf('gemeente-stede-broec', send.registered(bsn(7), dwelling));
    expect(other).not.toBe(one);
    expect((await house.admit('de-woonschakel', send.signalled({ address: dwelling })))[0]?.status).toBe('unresolved');
  });

  it('takes a collective address for no household', async () => {
    await house.admit('gemeente-stede-broec', send.registered(bsn(8), dwelling, { addressKind: 'collective' }));
    expect((await house.admit('de-woonschakel', send.signalled({ address: dwelling })))[0]?.status).toBe('unresolved');
  });

  it('recognises what it took before, in one request, later, after a restart and without its index', async () => {
    const event = send.involved({ bsn: bsn(9) });
    expect((await house.admit('omring', event, event)).map(({ status }) => status)).toEqual(['accepted', 'duplicate']);
    expect((await house.admit('omring', event))[0]?.status).toBe('duplicate');
    house = await house.reopened();
    expect((await house.admit('omring', event))[0]?.status).toBe('duplicate');
    house = await house.reopened({ forgetful: true });
    expect((await house.admit('omring', event))[0]?.status).toBe('duplicate');
    expect(await idOf('omring', send.involved({ bsn: bsn(9) }))).toBe((await house.admit('omring', event))[0]?.householdId);
  });

  it('refuses an id that was used for other content', async () => {
    const event = send.involved({ bsn: bsn(10) });
    await house.admit('omring', event);
    const [again] = await house.admit('omring', { ...event, data: { ...event.data, domain: 'health' } });
    expect(again).toMatchObject({ status: 'rejected', problem: { errors: [{ pointer: '/id', rule: 'event-id-reused' }] } });
  });

  it('gives the same person the same pseudonym, and nobody else', async () => {
    await house.admit('gemeente-stede-broec', send.registered(bsn(11), dwelling));
    await house.admit('omring', send.involved({ bsn: bsn(11) }, { person: { bsn: bsn(11) } }), send.involved({ bsn: bsn(11) }, { person: { bsn: bsn(12) } }));
    const persons = (await house.log()).map(({ data }) => (data['person'] ?? (data['members'] as { personId: string }[])[0]) as { personId: string });
    expect(persons[1]?.personId).toBe(persons[0]?.personId);
    expect(persons[2]?.personId).not.toBe(persons[0]?.personId);
  });

  it.each([
    ['a foreign source', () => ({ ...send.involved({ bsn: bsn(13) }), source: house.source('de-woonschakel') }), '/source', 'foreign-source'],
    ['a BSN that fails the 11-test', () => send.involved({ bsn: '123456789' }), '/data/household/bsn', 'bsn-eleven-test'],
    ['what lies more than a day ahead', () => send.event('omring', 'involvements.confirmed', { bsn: bsn(13) }, { involvementId: 'i', occurredAt: '2026-03-04T10:00:00Z' }), '/data/occurredAt', 'occurred-in-the-future'],
    ['an unknown type', () => ({ ...send.involved({ bsn: bsn(13) }), type: 'nl.kring.nothing.happened.v1' }), '/type', 'unknown-type'],
    ['an unknown field', () => send.involved({ bsn: bsn(13) }, { diagnosis: 'x' }), '/data/diagnosis', 'unknown-field'],
    ['another organisation without a delegation', () => send.involved({ bsn: bsn(13) }, { organisation: 'de-woonschakel' }), '/data/organisation', 'organisation-not-delegated'],
    ['what only the municipality may say', () => ({ ...send.registered(bsn(13), dwelling), source: house.source('omring') }), '/type', 'publisher-not-allowed'],
    ['no object at all', () => 'event', '', 'wrong-type'],
  ])('refuses %s, and says where', async (_what, event, pointer, rule) => {
    const [outcome] = await house.admit('omring', event());
    expect(outcome?.status).toBe('rejected');
    expect(outcome?.problem?.errors).toContainEqual(expect.objectContaining({ pointer, rule }));
    expect(await house.log()).toEqual([]);
  });

  it('takes a hundred requests at once for one family without making two of it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => house.admit('omring', send.involved({ bsn: bsn(14) }))));
    expect(new Set(outcomes.map(([outcome]) => outcome?.householdId)).size).toBe(1);
  });

  it('keeps what it refused for its publisher, sealed, and lets it be sent again', async () => {
    const rejections = new Rejections(house.door.parts);
    const arrivals = [{ value: send.involved({ bsn: bsn(15) }, { diagnosis: 'x' }), bytes: 0 }];
    await rejections.keep({ partner: 'omring', by: null }, arrivals, await house.door.admit({ partner: 'omring', by: null }, arrivals));
    const [kept] = await rejections.of('omring', undefined, 10);
    expect(kept?.problem.errors).toContainEqual(expect.objectContaining({ pointer: '/data/diagnosis' }));
    expect(await rejections.of('de-woonschakel', undefined, 10)).toEqual([]);
    expect((await rejections.arrival('omring', kept?.rejectionId ?? ''))?.arrival).toEqual(arrivals[0]);
    expect(await rejections.arrival('de-woonschakel', kept?.rejectionId ?? '')).toBeUndefined();
  });
});
