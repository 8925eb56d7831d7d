import { describe, expect, it } from '@jest/globals';
import { describeError, openLog } from './log.ts';
import type { LogLevel } from './log.ts';

const written = (level: LogLevel, format: 'text' | 'json') => {
  const lines: string[] = [];
  return { lines, log: openLog(level, format, (line) => lines.push(line)) };
};

describe('the log', () => {
  it('is lines for people', () => {
    const { lines, log } = written('info', 'text');
    log.info('Kring is open', { port: 3000, absent: undefined });
    log.warn('slow', { ms: 12 });
    log.debug('unheard');
    expect(lines).toEqual(['Kring is open port=3000\n', 'warn: slow ms=12\n']);
  });

  it('is lines for machines', () => {
    const { lines, log } = written('warn', 'json');
    log.error('request failed', { route: '/v1/alerts' });
    log.info('unheard');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ level: 50, time: expect.stringMatching(/^20.*Z$/), route: '/v1/alerts', msg: 'request failed' }]);
  });

  it.each(['text', 'json'] as const)('says nothing when it is silent: %s', (format) => {
    const { lines, log } = written('silent', format);
    log.error('unheard');
    expect(lines).toEqual([]);
  });

  it('describes an error by its name and place, for its message may quote a person', () => {
    const told = describeError(new TypeError('Truus Blokker, 999990019'));
    expect(told).toMatch(/^TypeError \| at .*log\.unit\.spec/);
    expect(told).not.toMatch(/Truus|99999/);
    expect(describeError('Truus Blokker')).toBe('string');
  });
});
