import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aTown } from '../testing/a-town.ts';
import { simulate, type Delivery } from './simulate.ts';

const deliveries = (households: number, seed = '7'): Delivery[] => [...simulate({ town: aTown, households, years: 2, seed })];
const bytes = (found: readonly Delivery[]): string => createHash('sha256').update(found.map(({ event }) => JSON.stringify(event)).join('\n')).digest('hex');
const told = deliveries(400);

describe('a simulated municipality', () => {
  it('is the same to the letter from the same seed, and another from another', () => {
    expect(bytes(deliveries(60))).toBe(bytes(deliveries(60)));
    expect(bytes(deliveries(60))).not.toBe(bytes(deliveries(60, '8')));
  });

  it('reaches the hub in order of time, some of it late and some of it twice', () => {
    expect(told.every(({ at }, index) => index === 0 || at >= told[index - 1]!.at)).toBe(true);
    const late = told.filter(({ at, event }) => at - Date.parse(event.data.occurredAt) > 86_400_000 && !event.type.includes('registered'));
    const twice = told.length - new Set(told.map(({ event: { source, id } }) => `${source} ${id}`)).size;
    expect(late.length / told.length).toBeGreaterThan(0.02);
    expect(late.length / told.length).toBeLessThan(0.25);
    expect(twice / told.length).toBeGreaterThan(0.005);
    expect(twice / told.length).toBeLessThan(0.03);
  });

  it('sends word for word the same when it sends again, as a back office does', () => {
    const first = new Map<string, string>();
    const others = told.filter(({ event }) => {
      const text = JSON.stringify(event);
      const told = first.get(event.id) ?? text;
      first.set(event.id, told);
      return told !== text;
    });
    expect(others).toEqual([]);
  });

  it('tells nothing before it happened, and nothing of another day than its own two years', () => {
    const [start, end] = ['2023-12-31T00:00:00Z', '2026-01-01T00:00:00Z'].map((time) => Date.parse(time)) as [number, number];
    const wrong = told.filter(({ at, event }) => Date.parse(event.data.occurredAt) > at || Date.parse(event.time) > at || at < start || at >= end);
    expect(wrong).toEqual([]);
  });

  it('ends on the day it is asked to, so that another day gives other years', () => {
    const [first] = simulate({ town: aTown, households: 10, years: 1, seed: '7', until: '2025-06-01' });
    expect(new Date(first!.at).toISOString()).toBe('2024-05-31T22:00:00.000Z');
  });

  it('asks for nothing more when nobody takes it', () => {
    const endless = simulate({ town: aTown, households: 10_000_000, years: 2, seed: '7' });
    expect(endless.next().value?.partner).toBe('gemeente-town');
    expect(endless.return().done).toBe(true);
  });
});
