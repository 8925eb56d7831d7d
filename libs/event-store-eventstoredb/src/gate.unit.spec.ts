import { describe, expect, it } from '@jest/globals';
import { Gate, NoPlace } from './gate.ts';

const settled = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = {};
  await new Promise(setImmediate);
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
};

describe('the gate', () => {
  it('lets in so many, and the others in the order in which they came', async () => {
    const gate = new Gate(2, 10);
    const order: number[] = [];
    const entering = [0, 1, 2, 3].map((number) => gate.enter(1_000).then(() => order.push(number)));
    await settled(Promise.resolve());
    expect(order).toEqual([0, 1]);
    gate.leave();
    gate.leave();
    await Promise.all(entering);
    expect(order).toEqual([0, 1, 2, 3]);
  });

  it('does not let anybody pass those who wait', async () => {
    const gate = new Gate(1, 10);
    await gate.enter(1_000);
    const second = gate.enter(1_000);
    gate.leave();
    const third = gate.enter(1_000);
    await second;
    expect(await settled(third)).toBe(false);
    gate.leave();
    await third;
  });

  it('turns away who waits too long, and who comes when too many wait', async () => {
    const gate = new Gate(1, 1);
    await gate.enter(1_000);
    const waiting = gate.enter(5);
    await expect(gate.enter(5)).rejects.toBeInstanceOf(NoPlace);
    await expect(waiting).rejects.toBeInstanceOf(NoPlace);
  });

  it('is shut: nobody enters until it is opened, and it tells when all have left', async () => {
    const gate = new Gate(2, 10);
    await gate.enter(1_000);
    const quiet = gate.shut();
    const entering = gate.enter(1_000);
    expect(await settled(quiet)).toBe(false);
    gate.leave();
    await quiet;
    expect(await settled(entering)).toBe(false);
    gate.open();
    await entering;
  });
});
