import type { EventStore } from '@kring/event-store';
import type { KeyStore } from '@kring/key-store';
import type { Clock, Log } from '@kring/platform';
import type { Regions } from '@kring/regions';
import type { Sealer } from '@kring/sealing';
import type { ViewStore } from '@kring/view-store';
import type { TokenMaker } from './evidence.ts';
import type { Digester } from './prepare.ts';

/** What the door is made of. */
export type DoorParts = {
  readonly eventStore: EventStore;
  /** The door's own views: its index of tokens and seen events. */
  readonly viewStore: ViewStore;
  readonly keyStore: KeyStore;
  readonly sealer: Sealer;
  readonly tokens: TokenMaker & Digester;
  readonly regions: Regions;
  readonly clock: Clock;
  readonly log: Log;
  /** Bytes of JSON. */
  readonly maxEventBytes: number;
};
