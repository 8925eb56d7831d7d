// Releases the catalogue as it was built last: `npm run release:contracts`. Refuses, and writes nothing, where a released type would no longer read.
import { contracts, nextRelease, refusals } from '../dist/index.js';
import { sampleOf } from '../samples/samples.ts';
import { releasedTypes, writeRelease } from './released.ts';

const released = releasedTypes();
const refused = refusals(released, contracts);
for (const { type, breaches } of refused) for (const { pointer, what } of breaches) process.stderr.write(`${type} ${pointer}: ${what}\n`);
if (refused.length > 0) {
  process.stderr.write('Nothing was released. A released type only grows: take these changes back, or make them in a class of the next version, with an upcaster.\n');
  process.exit(1);
}
const next = nextRelease(released, contracts, sampleOf);
const before = new Map(released.map((one) => [one.type, JSON.stringify(one)]));
writeRelease(next);
const fresh = next.filter(({ type }) => !before.has(type)).length;
const grown = next.filter((one) => before.has(one.type) && before.get(one.type) !== JSON.stringify(one)).length;
process.stdout.write(`released ${next.length} types: ${fresh} new, ${grown} changed\n`);
