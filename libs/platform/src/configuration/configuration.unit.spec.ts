import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openLog } from '../log.ts';
import { limitsFrom } from '../http/limits.ts';
import { configurationFrom, masterKeyFile, tellUnknown } from './configuration.ts';

describe('the configuration', () => {
  it('is the defaults where nothing is said, and where what is said is empty', () => {
    const expected = { KRING_PORT: 3000, KRING_HOST: '127.0.0.1', KRING_DATA: resolve('.kring'), KRING_EVENT_STORE: 'embedded:', KRING_DEMO: true, production: false, unknown: [] };
    expect(configurationFrom({})).toMatchObject(expected);
    expect(configurationFrom({ KRING_PORT: '', KRING_DEMO: '', KRING_PROT: '' })).toMatchObject(expected);
  });

  it('is what is said', () => {
    const told = { KRING_PORT: '0', KRING_DATA: '/srv/kring', KRING_DEMO: 'false', KRING_LOG_FORMAT: 'json', NODE_ENV: 'production' };
    expect(configurationFrom(told)).toMatchObject({ KRING_PORT: 0, KRING_DATA: '/srv/kring', KRING_DEMO: false, KRING_LOG_FORMAT: 'json', production: true });
  });

  it.each([
    ['KRING_PORT', 'tcp://10.0.0.1:80', 'KRING_PORT: must be a whole number from 0 to 65535'],
    ['KRING_PORT', '65536', 'KRING_PORT: must be a whole number from 0 to 65535'],
    ['KRING_DEMO', 'yes', 'KRING_DEMO: must be true or false'],
    ['KRING_LOG_LEVEL', 'verbose', 'KRING_LOG_LEVEL: must be one of silent, error, warn, info, debug'],
    ['KRING_MAX_EVENT_BYTES', '1', 'KRING_MAX_EVENT_BYTES: must be a whole number from 1024 to 1048576'],
  ])('refuses %s=%s, and says what it takes', (name, value, message) => {
    expect(() => configurationFrom({ [name]: value })).toThrow(message);
  });

  it.each([
    ['KRING_PROT', 'KRING_PORT'],
    ['KRING_MASTER_KEYFILE', 'KRING_MASTER_KEY_FILE'],
    ['KRING_OIDC_ISUER', 'KRING_OIDC_ISSUER'],
    ['KRING_TOKENS', 'KRING_TOKEN'],
  ])('refuses %s, which is a setting misspelt, without repeating what it says', (name, meant) => {
    const configure = () => configurationFrom({ [name]: 'a secret' });
    expect(configure).toThrow(`${name}: is no setting; ${meant} is.`);
    expect(configure).not.toThrow(/a secret/);
  });

  it('passes over what others are told under the same prefix, and says so of what nobody knows', () => {
    const lines: string[] = [];
    const configuration = configurationFrom({
      KRING_URL: 'http://hub', KRING_TOKEN: 't', KRING_HUB: 'http://hub', KRING_TEST_SEED: '1', KRING_CHROMIUM: '/usr/bin/chromium', KRING_NODE_FOUND: '1', KRING_SERVICE_HOST: '10.0.0.1',
    });
    tellUnknown(configuration, openLog('info', 'text', (line) => lines.push(line)));
    expect(lines).toEqual(['warn: this name is no setting and was passed over name=KRING_SERVICE_HOST\n']);
  });

  it('sets how long a request may take', () => {
    expect(limitsFrom(configurationFrom({}))).toEqual({ bodyMs: 60_000, idleMs: 120_000 });
    expect(limitsFrom(configurationFrom({ KRING_BODY_SECONDS: '5', KRING_IDLE_SECONDS: '30' }))).toEqual({ bodyMs: 5_000, idleMs: 30_000 });
  });

  it('keeps the master key with the data unless it is kept elsewhere', () => {
    expect(masterKeyFile(configurationFrom({ KRING_DATA: '/srv/kring' }))).toBe(join('/srv/kring', 'master.key'));
    expect(masterKeyFile(configurationFrom({ KRING_MASTER_KEY_FILE: '/run/secrets/key' }))).toBe('/run/secrets/key');
  });
});
