import type { LogLevel } from '../log.ts';
import { address, flag, folder, oneOf, text, whole } from './setting.ts';
import type { Setting } from './setting.ts';

/** What every process of Kring is told by its environment. The table in `docs/configuration.md` is made from this. */
export const settings = {
  KRING_PORT: whole(3000, 0, 65_535, 'TCP port of the HTTP server; 0 takes a free one'),
  KRING_HOST: text('127.0.0.1', 'address the HTTP server listens on'),
  KRING_DATA: folder('.kring', 'folder of the embedded stores and keys'),
  KRING_REGIONS: folder('deploy/regions', 'folder of region files'),
  KRING_EVENT_STORE: address('embedded:', 'embedded:, kurrentdb://…, esdb://…', 'where events are kept'),
  KRING_VIEW_STORE: address('embedded:', 'embedded:, postgres://…', 'where views are kept'),
  KRING_KEY_STORE: address('embedded:', 'embedded:, postgres://…', 'where the keys of households are kept, wrapped by the master key'),
  KRING_MASTER_KEY_FILE: text('', 'file of the master key; empty: master.key in KRING_DATA, made at the first start'),
  KRING_OIDC_ISSUER: text('', 'OpenID issuer whose tokens are accepted; empty: the embedded demo provider'),
  KRING_PUBLIC_URL: text('', 'URL under which the outside reaches this hub; empty: http://127.0.0.1:<port>'),
  KRING_CLOCK: text('', 'RFC 3339 instant at which the clock of this process starts; refused in production'),
  KRING_DEMO: flag(true, 'publish the demo story at the start; ignored in production'),
  KRING_LOG_LEVEL: oneOf<LogLevel>('info', ['silent', 'error', 'warn', 'info', 'debug'], 'what is logged'),
  KRING_LOG_FORMAT: oneOf<'text' | 'json'>('text', ['text', 'json'], 'lines for people or for machines'),
  KRING_MAX_EVENT_BYTES: whole(65_536, 1_024, 1_048_576, 'largest event, in bytes of its JSON'),
  KRING_MAX_BATCH_BYTES: whole(8_388_608, 65_536, 268_435_456, 'largest body of a batch request, in bytes; NDJSON has no limit'),
  KRING_MAX_BATCH_EVENTS: whole(1_000, 1, 100_000, 'most events in one batch request; NDJSON has no limit'),
  KRING_BODY_SECONDS: whole(60, 1, 3_600, 'within this a body that is held whole must be in, in seconds; NDJSON may take as long as it flows'),
  KRING_IDLE_SECONDS: whole(120, 30, 86_400, 'a connection that lies still so long in the middle of a request is closed, in seconds'),
} as const satisfies Record<string, Setting<unknown>>;

type Described = Pick<Setting<unknown>, 'default' | 'takes' | 'meaning'>;
const described = (standard: string, takes: string, meaning: string): Described => ({ default: standard, takes, meaning });

/** What a partner service that runs as a process of its own is told besides; it does not start without them. */
export const partnerServiceSettings = {
  KRING_HUB: described('', 'URL', 'the hub that it records at, such as http://127.0.0.1:3000'),
  KRING_CLIENT_ID: described('', 'text', 'code of the partner that it works for'),
  KRING_CLIENT_SECRET: described('', 'text', "secret of that partner's system"),
} as const satisfies Record<string, Described>;

/** What the `kring` command is told. */
export const commandSettings = {
  KRING_URL: described('http://127.0.0.1:3000', 'URL', 'the hub that it talks to'),
  KRING_TOKEN: described('', 'access token', 'as whom, where neither --partner nor --user says so'),
} as const satisfies Record<string, Described>;

/** Names of others that begin the same: what specs are told, and what the command says to itself. */
const ofOthers = /^KRING_(?:TEST_.+|CHROMIUM|NODE_FOUND)$/;

export const isKnownSetting = (name: string): boolean =>
  ofOthers.test(name) || [settings, partnerServiceSettings, commandSettings].some((group) => Object.hasOwn(group, name));
