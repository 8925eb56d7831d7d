import type { ViewStore } from '@kring/view-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedViewStore, type EmbeddedViewStoreOptions } from '../embedded-view-store.ts';

export type TestViewFile = { readonly file: string; open(options?: Partial<EmbeddedViewStoreOptions>): Promise<ViewStore>; remove(): void };

/** A view store in a folder of its own. */
export const aViewFile = (): TestViewFile => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-views-'));
  const file = join(folder, 'views.db');
  return { file, open: (options) => openEmbeddedViewStore({ file, ...options }), remove: () => rmSync(folder, { recursive: true, force: true }) };
};
