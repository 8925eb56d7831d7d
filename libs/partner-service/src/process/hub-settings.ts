import { ConfigurationError, partnerServiceSettings } from '@kring/platform';
import type { Environment } from '@kring/platform';

/** Where the hub is, and as whom a service writes in its ledger. */
export type HubSettings = { readonly url: string; readonly clientId: string; readonly clientSecret: string };

/** Reads `KRING_HUB`, `KRING_CLIENT_ID` and `KRING_CLIENT_SECRET`. @throws ConfigurationError for the first that is missing or wrong */
export const hubSettingsFrom = (environment: Environment): HubSettings => {
  const given = (name: keyof typeof partnerServiceSettings): string => {
    const text = environment[name] ?? '';
    if (text === '') throw new ConfigurationError(name, `is needed: ${partnerServiceSettings[name].meaning}`);
    return text;
  };
  const url = given('KRING_HUB').replace(/\/+$/, '');
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new ConfigurationError('KRING_HUB', 'is not an http or https URL');
  return { url, clientId: given('KRING_CLIENT_ID'), clientSecret: given('KRING_CLIENT_SECRET') };
};
