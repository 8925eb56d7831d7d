/** Why there is no server, said once and loudly: the double stands in for it, but is not it. */
const missing = 'no EventStoreDB: its specs run on a double only, those on a real server are SKIPPED. Set KRING_TEST_EVENTSTORE_URL to one that may be filled with test events, such as esdb://localhost:2113?tls=false';

/** The address of a real server that specs may fill; null where there is none. */
export const findEventStore = (): string | null => {
  const url = process.env['KRING_TEST_EVENTSTORE_URL'];
  if (url) return url;
  process.stderr.write(`kring: ${missing}\n`);
  return null;
};
