import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const partnerServices = ['gemeente', 'noordermaat', 'mee', 'omring', 'woningcorporatie'] as const;

type PartnerProcess = { readonly url: string; stop(): Promise<void> };

/** One partner service in a process of its own, as `npm start` built it. */
export const startPartnerProcess = (service: (typeof partnerServices)[number], hub: string): Promise<PartnerProcess> =>
  new Promise((started, failed) => {
    const settings = { KRING_HUB: hub, KRING_CLIENT_ID: 'omring', KRING_CLIENT_SECRET: 'demo-omring', KRING_PORT: '0', KRING_LOG_FORMAT: 'json' };
    const child = spawn(process.execPath, [join('apps', service, 'dist', 'main.js')], { cwd: root, env: { ...process.env, NODE_ENV: undefined, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /"url":"(http[^"]+)"/.exec(output)?.[1];
      if (url === undefined) return;
      started({ url, stop: async () => (child.kill('SIGTERM'), ended) });
    });
    child.once('exit', () => failed(new Error(`${service} ended before it was open:\n${output}`)));
  });
