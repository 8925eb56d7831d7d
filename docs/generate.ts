// Writes the pages that are made from the code: `npx node docs/generate.ts`. A spec in test/tidy fails when one of them is stale.
import { writeFileSync } from 'node:fs';
import { pages } from './pages/pages.ts';

for (const [file, text] of Object.entries(pages())) {
  writeFileSync(new URL(file, import.meta.url), text);
  process.stdout.write(`docs/${file}\n`);
}
