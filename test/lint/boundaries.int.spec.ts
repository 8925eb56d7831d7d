import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const boundaries = '@nx/enforce-module-boundaries';

/** What is planted where, and the rule that must refuse it; none where it is allowed. */
const plants = [
  { what: 'refuse it when the domain imports a port', project: 'libs/household', text: "export { beforeTheFirst } from '@kring/event-store';\n", rule: boundaries },
  { what: 'refuse it when a port imports its adapter', project: 'libs/event-store', text: "export { openEmbeddedEventStore } from '@kring/event-store-embedded';\n", rule: boundaries },
  { what: 'refuse it when an adapter imports another adapter', project: 'libs/event-store-embedded', text: "export { openEmbeddedViewStore } from '@kring/view-store-embedded';\n", rule: boundaries },
  { what: 'refuse it when an app imports another app', project: 'apps/omring', text: "export { IngestModule } from '@kring/ingest';\n", rule: boundaries },
  { what: 'refuse it when the page imports the door', project: 'apps/web', text: "export { Door } from '@kring/door';\n", rule: boundaries },
  { what: 'keep the domain from a framework', project: 'libs/household', text: "import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n", rule: 'no-restricted-imports' },
  { what: 'keep the domain from a driver', project: 'libs/household', text: "import { DatabaseSync } from 'node:sqlite';\nexport const planted = DatabaseSync;\n", rule: 'no-restricted-imports' },
  { what: 'keep the domain from the clock', project: 'libs/household', text: 'export const planted = (): number => Date.now();\n', rule: 'no-restricted-properties' },
  { what: 'keep the domain from chance', project: 'libs/household', text: 'export const planted = (): number => Math.random();\n', rule: 'no-restricted-properties' },
  { what: 'let the domain speak the published language', project: 'libs/household', text: "export type { Circle } from '@kring/contracts';\n", rule: null },
].map((plant, at) => ({ ...plant, file: join(root, plant.project, 'src', `planted-by-a-spec-${at}.ts`) }));

type Linted = readonly { readonly filePath: string; readonly messages: readonly { readonly ruleId: string | null }[] }[];

describe('the boundaries between projects', () => {
  let linted: Linted = [];

  beforeAll(() => {
    for (const { file, text } of plants) writeFileSync(file, text);
    const { stdout } = spawnSync(process.execPath, [join('test', 'lint', 'lint.mjs'), '--format', 'json', ...plants.map(({ file }) => file)], {
      cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' },
    });
    linted = JSON.parse(stdout) as Linted;
  }, 120_000);
  afterAll(() => plants.forEach(({ file }) => rmSync(file, { force: true })));

  it.each(plants)('$what', ({ file, rule }) => {
    const broken = linted.find(({ filePath }) => filePath === file)?.messages.map(({ ruleId }) => ruleId);
    expect(broken).toEqual(rule === null ? [] : expect.arrayContaining([rule]));
  });
});
