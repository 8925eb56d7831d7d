import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { Services } from '../deciding/services.ts';
import { RaiseSignal } from '../signals/raise-signal.command.ts';
import { SignalsModule } from '../signals/signals.module.ts';
import { hubSettingsFrom } from './hub-settings.ts';
import { startPartnerService } from './run-partner-service.ts';

@Module({ imports: [DecidingModule, SignalsModule] })
class SignalService {
  constructor(services: Services) {
    services.offer({ service: 'omring', legalBasis: 'zvw', commands: [RaiseSignal], alsoForVolunteers: [] });
  }
}

const environment = {
  KRING_HUB: 'http://127.0.0.1:9/',
  KRING_CLIENT_ID: 'omring',
  KRING_CLIENT_SECRET: 'secret',
  KRING_PORT: '0',
  KRING_LOG_LEVEL: 'silent',
  KRING_REGIONS: join(import.meta.dirname, '..', '..', '..', '..', 'deploy', 'regions'),
};

describe('a partner service as a process of its own', () => {
  it('is alive, describes itself, and lets nobody in without a token', async () => {
    const service = await startPartnerService('Home care', SignalService, environment);
    try {
      expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
      const description = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as { paths: Record<string, unknown> };
      expect(Object.keys(description.paths)).toContain('/partners/{partner}/v1/signals');
      const answer = await fetch(`${service.url}/partners/omring/v1/signals`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({ status: 401, type: 'application/problem+json; charset=utf-8' });
    } finally {
      await service.stop();
    }
  });

  it.each(['KRING_HUB', 'KRING_CLIENT_ID', 'KRING_CLIENT_SECRET'])('does not start without %s, and says so', async (name) => {
    await expect(startPartnerService('Home care', SignalService, { ...environment, [name]: '' })).rejects.toThrow(`${name}: is needed`);
  });

  it('takes the address of the hub with or without a slash at the end, and nothing that is no address', () => {
    expect(hubSettingsFrom(environment)).toEqual({ url: 'http://127.0.0.1:9', clientId: 'omring', clientSecret: 'secret' });
    expect(() => hubSettingsFrom({ ...environment, KRING_HUB: 'the hub' })).toThrow('KRING_HUB: is not an http or https URL');
  });
});
