import { commandSettings, partnerServiceSettings, settings } from '../../libs/platform/src/configuration/settings.ts';

type Described = { readonly default: string; readonly takes: string; readonly meaning: string };
type Group = Readonly<Record<string, Described>>;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

const table = (group: Group): string => {
  const rows = Object.entries(group).map(([name, { default: standard, takes, meaning }]) => `| \`${name}\` | ${code(standard)} | ${cell(takes)} | ${cell(meaning)} |`);
  return ['| name | default | takes | meaning |', '|---|---|---|---|', ...rows].join('\n');
};

/** What specs are told. They read it where they need it, so it is written here alone. */
const specSettings: Group = {
  KRING_CHROMIUM: { default: '', takes: 'file', meaning: "the browser of the specs of the page; empty: Debian's own, installed where that is allowed" },
  KRING_TEST_EVENTSTORE_URL: { default: '', takes: 'esdb://…', meaning: 'an EventStoreDB that may be filled with test events; empty: a double stands in, and the specs on a real server are skipped' },
  KRING_TEST_POSTGRES_URL: { default: '', takes: 'postgres://…', meaning: 'a PostgreSQL database that may be filled; empty: one is started where its binaries are found' },
  KRING_TEST_STANDARDS: { default: '', takes: 'folder', meaning: 'where the ruleset of the NL API Design Rules is, `nl-api-design-rules.spectral.yaml`; empty: shared/standards beside the checkout; where it is not found its spec is skipped' },
  KRING_TEST_KILLS: { default: '5', takes: 'number', meaning: 'how often the hub is killed under load' },
  KRING_TEST_STORMS: { default: '1', takes: 'number', meaning: 'how often clients, hub and servers are put through a storm of the network' },
  KRING_TEST_SEED: { default: '20261122', takes: 'number', meaning: 'the seed of what happens under load, to repeat a run that failed' },
  KRING_TEST_LINES: { default: '200000', takes: 'number', meaning: 'events in the long upload' },
};

/** The page that lists every environment variable. */
export const configurationPage = (): string => `# Configuration

<!-- Made by \`docs/generate.ts\`; change the settings where they are read, and run it again. -->

Kring is configured by environment variables. They are checked at the start: a value that does not fit, or a name that is nearly
one of these, stops the process with one line that says what to do. Any other name that begins with \`KRING_\` is told in the log and
passed over. An empty value counts as none.

## Every process

The hub reads all of these; a partner service that runs as a process of its own those about its port, its log, its regions, its
clock and its issuer. With \`NODE_ENV=production\` the demonstration is not told, its accounts do not exist, and the clock cannot be set.

${table(settings)}

## A partner service as a process of its own

It needs each of these.

${table(partnerServiceSettings)}

## The \`kring\` command

Options of the command go before these. It reads \`KRING_DATA\` where it opens the stores itself.

${table(commandSettings)}

## Specs

${table(specSettings)}

## Kubernetes

For a service with the name \`kring\` Kubernetes gives every container \`KRING_PORT=tcp://…\` and more. Set \`enableServiceLinks: false\`,
or give the service another name.
`;
