import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a server of the bench is started with: the circle that it serves, as data of a hub and as bytes. */
export type Served = { readonly data: string; readonly circle: string; readonly householdId: string; readonly partner: string };

/** Where it is to be read. */
export type Place = { readonly port: number; readonly path: string; readonly headers: Readonly<Record<string, string>> };

/** For the process of the server: starts it, tells where it is, and ends with whoever started it. */
export const serveForBench = async (start: (served: Served) => Promise<Place>): Promise<void> => {
  process.on('disconnect', () => process.exit(0));
  const place = await start(JSON.parse(process.argv[2] ?? '{}') as Served);
  process.send?.(place);
};

export type BenchServer = { readonly place: Place; readonly end: () => Promise<void> };

/** Starts a server in a process of its own. */
export const startBenchServer = (module: string, served: Served): Promise<BenchServer> => {
  const child = fork(fileURLToPath(module), [JSON.stringify(served)], { execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const end = (): Promise<void> =>
    new Promise((ended) => {
      child.once('exit', () => ended());
      child.kill('SIGKILL');
    });
  return new Promise((started, failed) => {
    child.once('message', (place) => started({ place: place as Place, end }));
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
  });
};
