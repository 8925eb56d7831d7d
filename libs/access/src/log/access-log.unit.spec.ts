import { describe, expect, it } from '@jest/globals';
import { validateData } from '@kring/contracts';
import type { EventStore, NewEvent, RecordedEvent } from '@kring/event-store';
import { Clock } from '@kring/platform';
import { accessLogSeen, mayReplay } from '../policies/history.ts';
import { readers, system } from '../testing/princenhof.ts';
import { AccessLog } from './access-log.ts';

class Noon extends Clock {
  override now = (): Date => new Date('2026-03-02T12:00:00Z');
}

/** As much of a store as the log needs: appends, and reads one stream. */
const memory = () => {
  const events: RecordedEvent[] = [];
  const recorded = (stream: string, event: NewEvent): RecordedEvent => ({ ...event, stream, revision: events.length, position: String(events.length), recordedAt: '2026-03-02T12:00:00.000Z' });
  const store: Pick<EventStore, 'append' | 'readStream'> = {
    append: async (stream, added) => {
      events.push(...added.map((event) => recorded(stream, event)));
      return { revision: events.length - 1, position: String(events.length - 1) };
    },
    readStream: async function* (stream) {
      yield events.filter((event) => event.stream === stream);
    },
  };
  return { events, log: new AccessLog(store as EventStore, new Noon()) };
};

const look = { caller: readers.caseworker, householdId: 'h-1', purpose: 'coordination', view: 'circle', persons: ['p_1', 'p_2'] } as const;

describe('the access log', () => {
  it('says who looked at a household, at what, why, and about whom', async () => {
    const { log } = memory();
    await log.record(look);
    expect(await log.read('h-1')).toEqual([expect.objectContaining({
      at: '2026-03-02T12:00:00.000Z', viewer: 'wijkverpleegkundige@omring', viewerKind: 'user', organisation: 'omring', purpose: 'coordination', view: 'circle', persons: ['p_1', 'p_2'], denied: false,
    })]);
  });

  it('says who was turned away', async () => {
    const { log } = memory();
    await log.recordDenied({ caller: readers.notInvolved, householdId: 'h-1', view: 'circle' });
    expect(await log.read('h-1')).toEqual([expect.objectContaining({ viewer: 'huisarts@huisarts-de-lariks', purpose: null, persons: [], denied: true })]);
  });

  it('keeps a household apart from the next', async () => {
    const { log } = memory();
    await log.record(look);
    expect(await log.read('h-2')).toEqual([]);
  });

  it('writes events of the published language, in the stream of its own', async () => {
    const { log, events } = memory();
    await log.record(look);
    await log.record({ ...look, caller: readers.auditor });
    await log.recordDenied({ caller: readers.notInvolved, householdId: 'h-1', view: 'circle', purpose: 'coordination' });
    for (const { stream, type, data, metadata } of events) {
      expect(stream).toBe('access-h-1');
      expect(validateData(type, data)).toEqual([]);
      expect(metadata).toMatchObject({ partner: 'hub', subject: 'h-1', personal: [] });
    }
  });
});

describe('who reads the access log', () => {
  const entries = [
    { viewer: 'wijkverpleegkundige@omring', organisation: 'omring' }, { viewer: 'thuiszorg@omring', organisation: 'omring' },
    { viewer: 'woonconsulent@de-woonschakel', organisation: 'de-woonschakel' }, { viewer: 'de-woonschakel', organisation: 'de-woonschakel' }, { viewer: 'auditor@hub', organisation: null },
  ].map((line) => ({ ...line, eventId: 'e', type: 't', at: '', viewerKind: 'user', purpose: null, view: 'circle', persons: [], denied: false }));

  it.each([
    ['a caseworker: own actions', readers.caseworker, 'caseworker', ['wijkverpleegkundige@omring']],
    ['a corporation: its own', readers.corporation, 'corporation', ['woonconsulent@de-woonschakel', 'de-woonschakel']],
    ['a system: its own actions', system('de-woonschakel'), 'caseworker', ['de-woonschakel']],
    ['the contact person: all', readers.contactPerson, 'contact-person', entries.map(({ viewer }) => viewer)],
    ['the coordinator: all', readers.coordinator, 'coordinator', entries.map(({ viewer }) => viewer)],
    ['the auditor: all', readers.auditor, 'auditor', entries.map(({ viewer }) => viewer)],
    ['the resident: all', readers.resident, 'resident', entries.map(({ viewer }) => viewer)],
  ] as const)('%s', (_who, caller, relation, viewers) => {
    expect(accessLogSeen(caller, relation, entries).map(({ viewer }) => viewer)).toEqual(viewers);
  });

  it('and who goes through its events one by one', () => {
    expect(mayReplay).toEqual({ caseworker: false, 'contact-person': true, coordinator: true, corporation: false, auditor: true, resident: true });
  });
});
