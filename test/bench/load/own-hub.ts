import { freePort, startHubProcess, type HubProcess } from '../../support/hub-process.ts';

export type OwnHub = { readonly hub: HubProcess; readonly port: number };

/** A built hub of the bench's own on this folder, taking requests. */
export const startOwnHub = async (data: string, env: Readonly<Record<string, string>> = {}): Promise<OwnHub> => {
  const port = await freePort();
  const hub = startHubProcess({ data, port, env: { KRING_LOG_LEVEL: 'error', ...env } });
  const ready = await hub.ready().catch(() => false);
  if (!ready) {
    if (!hub.hasEnded()) await hub.kill();
    throw new Error(`the hub did not start: ${hub.output().slice(-500)}`);
  }
  return { hub, port };
};
