import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeptEvents } from './kept.ts';
import { bsn, sender } from './testing/events.ts';
import { TestDoor } from './testing/test-door.ts';

const unknown = '018f0000-0000-7000-8000-00000000abcd';
const dwelling = { postcode: '1611AB', houseNumber: 20 };

describe('an event whose household is not known', () => {
  let house: TestDoor;
  let kept: KeptEvents;
  let send: ReturnType<typeof sender>;
  const waiting = async (): Promise<string[]> => (await kept.of('omring', undefined, 10)).map(({ id }) => id);
  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
  };

  beforeEach(async () => {
    house = await TestDoor.open();
    kept = new KeptEvents(house.door);
    send = sender(house);
  });
  afterEach(async () => {
    await kept.idle();
    await house.end();
  });

  it('is kept, sealed, shown to its publisher alone, and recognised when it comes again', async () => {
    const event = send.involved({ householdId: unknown });
    expect((await house.admit('omring', event))[0]).toMatchObject({ status: 'unresolved' });
    await until(async () => (await waiting()).length === 1);
    expect(await waiting()).toEqual([event.id]);
    expect(await kept.of('de-woonschakel', undefined, 10)).toEqual([]);
    expect((await house.admit('omring', event))[0]?.status).toBe('duplicate');
    expect(JSON.stringify((await house.log()).map(({ data, metadata }) => [data, metadata]))).not.toContain('Marit');
  });

  it('is applied by itself once the household is known, once, also when that was during a restart', async () => {
    const first = send.involved({ householdId: unknown });
    await house.admit('omring', first);
    await until(async () => (await waiting()).length === 1);
    house = await house.reopened();
    kept = new KeptEvents(house.door);
    const part = { householdId: unknown, members: [{ bsn: bsn(21), name: 'Kind', relation: 'child' }] };
    await house.admit('gemeente-stede-broec', send.registered(bsn(20), dwelling));
    await house.admit('gemeente-stede-broec', send.event('gemeente-stede-broec', 'households.split', { bsn: bsn(20) }, { into: [part] }));
    await until(async () => (await waiting()).length === 0);
    const applied = (await house.log()).filter(({ stream }) => stream === `omring-${unknown}`);
    expect(applied.map(({ metadata }) => metadata['id'])).toEqual([first.id]);
    expect((await house.admit('omring', first))[0]).toMatchObject({ status: 'duplicate', householdId: unknown });
  });

  it('finds the persons of a split in their new household, and nobody in the old one', async () => {
    await house.admit('gemeente-stede-broec', send.registered(bsn(22), dwelling, { members: [{ bsn: bsn(22), name: 'Ouder' }, { bsn: bsn(23), name: 'Kind' }] }));
    await house.admit('gemeente-stede-broec', send.event('gemeente-stede-broec', 'households.split', { bsn: bsn(22) }, { into: [{ householdId: unknown, members: [{ bsn: bsn(23), name: 'Kind' }] }] }));
    expect((await house.admit('omring', send.involved({ bsn: bsn(23) })))[0]?.householdId).toBe(unknown);
    house = await house.reopened({ forgetful: true });
    expect((await house.admit('omring', send.involved({ bsn: bsn(23) })))[0]?.householdId).toBe(unknown);
    kept = new KeptEvents(house.door);
  });
});
