import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppendOutcomeUnknown, EventStoreUnavailable, type ExpectedRevision } from '@kring/event-store';
import { aStoreOnADouble, aStream, anEvent, events, failureOf, idsOf, readOf, until, type Given } from './testing/given.ts';

let given: Given;

beforeEach(async () => {
  given = await aStoreOnADouble();
});

afterEach(() => given.end());

const expectations: readonly ExpectedRevision[] = ['any', 'stream-exists', 1];

describe('an append that is stored but not answered', () => {
  it.each(expectations)('is repeated and answered as it was stored, expecting %s', async (expected) => {
    const { double, store } = given;
    const stream = aStream();
    await store.append(stream, events(2), 'no-stream');
    double.failures.withholdAnswers = 1;
    expect((await store.append(stream, events(3), expected)).revision).toBe(4);
    expect(await readOf(store, stream)).toHaveLength(5);
  });

  it.each(expectations)('is repeated when the connection breaks in place of the answer, expecting %s', async (expected) => {
    const { double, store } = given;
    const stream = aStream();
    await store.append(stream, events(2), 'no-stream');
    double.failures.breakAfterAppends = 1;
    const answer = await store.append(stream, [anEvent()], expected);
    expect(answer).toEqual({ revision: 2, position: (await readOf(store, stream)).at(-1)!.position });
  });

  it.each(expectations)('is stored once although the server has lost its memory of ids meanwhile, expecting %s', async (expected) => {
    const { double, store } = given;
    const stream = aStream();
    await store.append(stream, events(2), 'no-stream');
    double.failures.withholdAnswers = 1;
    const appending = store.append(stream, [anEvent()], expected);
    await until(() => double.failures.withholdAnswers === 0);
    await double.goDown();
    await double.comeUp();
    expect((await appending).revision).toBe(2);
    expect(await readOf(store, stream)).toHaveLength(3);
  });

  it('is stored once when its caller repeats it after the server has started anew', async () => {
    const { double } = given;
    const store = await given.reopen({ timeOuts: { appendMs: 700, attemptMs: 300 } });
    const stream = aStream();
    const batch = events(3);
    double.failures.withholdAnswers = 1;
    const failure = failureOf(store.append(stream, batch, 'any'));
    await until(() => double.failures.withholdAnswers === 0);
    double.failures.freeze();
    expect(await failure).toBeInstanceOf(AppendOutcomeUnknown);
    double.failures.thaw();
    await double.goDown();
    await double.comeUp();
    expect((await store.append(stream, batch, 'any')).revision).toBe(2);
    expect(await readOf(store, stream)).toHaveLength(3);
  });
});

describe('an append that the server had no time for', () => {
  it('is repeated', async () => {
    given.double.failures.timeOutAppends = 2;
    expect((await given.store.append(aStream(), [anEvent()], 'no-stream')).revision).toBe(0);
  });
});

describe('a frozen server', () => {
  const hasty = { appendMs: 900, attemptMs: 300 };

  it('leaves the outcome of an append unknown; the repetition after the thaw answers what was stored', async () => {
    const store = await given.reopen({ timeOuts: hasty });
    const { failures } = given.double;
    const stream = aStream();
    await store.append(stream, events(1), 'no-stream');
    failures.freeze();
    const event = anEvent();
    expect(await failureOf(store.append(stream, [event], 0))).toBeInstanceOf(AppendOutcomeUnknown);
    failures.thaw();
    expect((await store.append(stream, [event], 0)).revision).toBe(1);
    expect(await readOf(store, stream)).toHaveLength(2);
  });

  it('gets no more appends than can wait without harm; of the others nothing is stored', async () => {
    const store = await given.reopen({ timeOuts: hasty });
    const { failures } = given.double;
    const stream = aStream();
    await store.append(stream, events(1), 'no-stream');
    failures.freeze();
    const outcomes = await Promise.all(events(40).map((event, index) => failureOf(store.append(`${stream}-${index}`, [event], 'no-stream'))));
    const unsent = outcomes.filter((outcome) => outcome instanceof EventStoreUnavailable);
    expect(outcomes.every((outcome) => outcome instanceof AppendOutcomeUnknown || outcome instanceof EventStoreUnavailable)).toBe(true);
    expect(unsent.length).toBeGreaterThanOrEqual(40 - 15);
    failures.thaw();
    const stored = await Promise.all(outcomes.map((_, index) => readOf(store, `${stream}-${index}`)));
    outcomes.forEach((outcome, index) => expect(outcome instanceof EventStoreUnavailable ? stored[index] : []).toEqual([]));
  });

  it('makes reads tell that nothing comes', async () => {
    const store = await given.reopen({ timeOuts: { readMs: 300 } });
    given.double.failures.freeze();
    expect(await failureOf(readOf(store, aStream()))).toBeInstanceOf(EventStoreUnavailable);
  });

  it('is left for a new connection when appends stay stuck, and serves again', async () => {
    const store = await given.reopen({ timeOuts: { ...hasty, stuckMs: 50 } });
    const { double } = given;
    await store.append(aStream(), events(1), 'no-stream');
    double.failures.withholdAnswers = 1_000;
    await Promise.all(events(15).map((event) => failureOf(store.append(aStream(), [event], 'no-stream'))));
    double.failures.withholdAnswers = 0;
    expect((await store.append(aStream(), [anEvent()], 'no-stream')).revision).toBe(0);
  });
});

describe('what the server recognises by a memory that it loses', () => {
  it.each<ExpectedRevision>(['any', 'stream-exists'])('is recognised by what the stream holds, expecting %s', async (expected) => {
    const { double } = given;
    const stream = aStream();
    const batch = events(3);
    await given.store.append(stream, events(1), 'any');
    const first = await given.store.append(stream, batch, 'any');
    await given.store.append(stream, events(2), 'any');
    await double.goDown();
    await double.comeUp();
    expect(await (await given.reopen()).append(stream, batch, expected)).toEqual(first);
  });

  it('is found again although another process has written to the stream', async () => {
    const { double, store } = given;
    const stream = aStream();
    const [own, others] = [anEvent(), anEvent()];
    await store.append(stream, [own], 'any');
    double.log.append(stream, 'any', [{ ...others, json: true, data: Buffer.from('{}'), metadata: Buffer.from('{}') }]);
    await store.append(stream, [anEvent()], 'any');
    double.log.forgetRecent();
    expect((await store.append(stream, [others], 'any')).revision).toBe(1);
    expect(idsOf(await readOf(store, stream)).slice(0, 2)).toEqual([own.id, others.id]);
  });

  it('is recognised in a stream of which not all is remembered', async () => {
    const { double, store } = given;
    const stream = aStream();
    for (let count = 0; count < 5; count += 1) await store.append(stream, events(1_000), 'any');
    const batch = events(300);
    const first = await store.append(stream, batch, 'any');
    await store.append(stream, events(200), 'any');
    double.log.forgetRecent();
    expect(await store.append(stream, batch, 'any')).toEqual(first);
  });
});
