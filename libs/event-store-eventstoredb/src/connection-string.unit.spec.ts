import { describe, expect, it } from '@jest/globals';
import { addressOf } from './connection-string.ts';

describe('the connection string', () => {
  it.each([
    ['esdb://localhost:2113?tls=false', 'esdb://localhost:2113?tls=false', 'esdb://localhost:2113'],
    ['kurrentdb://localhost:2113?tls=false', 'esdb://localhost:2113?tls=false', 'esdb://localhost:2113'],
    ['kurrentdb+discover://admin:geheim@cluster.example:2113', 'esdb+discover://admin:geheim@cluster.example:2113', 'esdb+discover://cluster.example:2113'],
    ['esdb://admin:ge%40heim@one:2113,two:2113/?nodePreference=leader', 'esdb://admin:ge%40heim@one:2113,two:2113/?nodePreference=leader', 'esdb://one:2113,two:2113'],
  ])('%s is read, and shown without its password', (given, connectionString, shown) => {
    expect(addressOf(given)).toEqual({ connectionString, shown });
  });

  it.each(['', 'postgres://localhost', 'esdb:localhost', 'esdb://', 'embedded:'])('"%s" is refused', (given) => {
    expect(() => addressOf(given)).toThrow(TypeError);
  });

  it('is not repeated when it cannot be read, for it may hold a password', () => {
    expect(() => addressOf('http://admin:geheim@localhost')).not.toThrow(/geheim/);
    expect(() => addressOf('http://admin:geheim@localhost')).toThrow('must look like');
  });

  it.each([
    ['throwOnAppendFailure=false', 'wrong revisions'],
    ['tlsVerifyCert=false', 'tlsCAFile'],
    ['colour=red', 'does not know it'],
  ])('may not hold %s', (setting, why) => {
    expect(() => addressOf(`esdb://admin:geheim@localhost:2113?tls=false&${setting}`)).toThrow(why);
    expect(() => addressOf(`esdb://admin:geheim@localhost:2113?tls=false&${setting}`)).not.toThrow(/geheim/);
  });

  it('may write its settings as it likes', () => {
    expect(() => addressOf('esdb://localhost:2113?TLS=false&keep_alive_interval=20000&node-preference=leader')).not.toThrow();
  });
});
