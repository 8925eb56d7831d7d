import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Absent, Entrant, Role } from './plan.ts';

/** How large a run is. */
export type Size = {
  /** Whether everything is measured once before it counts. */
  readonly warmUp: boolean;
  /** What one measurement of a rate takes. */
  readonly seconds: number;
  /** That the hub is told of. */
  readonly households: number;
  readonly visibleSeconds: number;
  readonly visibleRates: readonly number[];
  /** Events of the history that is rebuilt. */
  readonly history: number;
  /** Events that a peer's consumer is given; the rate is what is compared. */
  readonly peerHistory: number;
  /** Histories whose rebuild is watched for memory. */
  readonly histories: readonly number[];
};

export const sizes: Readonly<Record<string, Size>> = {
  small: { warmUp: false, seconds: 0.3, households: 200, visibleSeconds: 1, visibleRates: [50], history: 2_000, peerHistory: 1_000, histories: [2_000] },
  usual: { warmUp: true, seconds: 2, households: 2_000, visibleSeconds: 10, visibleRates: [200, 1_000], history: 100_000, peerHistory: 20_000, histories: [10_000, 100_000] },
  full: { warmUp: true, seconds: 5, households: 5_000, visibleSeconds: 20, visibleRates: [200, 1_000], history: 1_000_000, peerHistory: 50_000, histories: [10_000, 100_000, 1_000_000, 10_000_000] },
};

/** Why none of a kind of peer takes part, or the address of the server that they use. */
export type Server = { readonly url: string } | { readonly absent: string };

/** What the rows are planned on: how large, where, and beside whom. */
export class Stage {
  readonly size: Size;
  readonly folder: string;
  readonly servers: { readonly postgres: Server; readonly eventStore: Server; readonly peers: { readonly absent?: string } };

  constructor(size: Size, folder: string, servers: Stage['servers']) {
    this.size = size;
    this.folder = folder;
    this.servers = servers;
  }

  /** An empty folder on the disk of the bench. */
  newFolder(name: string): string {
    return mkdtempSync(join(this.folder, `${name}-`));
  }

  /** A folder that those share who ask for it by the same name. */
  shared(name: string): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  remove(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
  }

  /** A peer that needs no server. */
  peer(name: string, module: URL, options: object, role: Role = 'peer'): Entrant | Absent {
    const { absent } = this.servers.peers;
    return absent === undefined ? { name, role, module, options } : { name, role, absent };
  }

  /** A peer on a server. */
  peerOn(server: 'postgres' | 'eventStore', name: string, entry: { readonly module: URL; readonly options: object }): Entrant | Absent {
    const found = this.servers[server];
    if ('absent' in found) return { name, role: 'peer', absent: found.absent };
    return this.peer(name, entry.module, { ...entry.options, url: found.url });
  }
}
