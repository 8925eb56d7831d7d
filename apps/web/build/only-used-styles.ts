import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { prune } from './prune.ts';

/**
 * The component library and the theme weigh 600 kB together, of which this page uses a few per cent. Caseworkers open it on a
 * phone in a stairwell, so the rest does not travel.
 */
export const onlyUsedStyles = ({ sources, prefix }: { sources: readonly string[]; prefix: string }): Plugin => {
  let root = '.';
  return {
    name: 'kring-only-used-styles',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const classes = classesIn(sources.map((source) => join(root, source)), prefix);
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = prune(String(file.source), { prefix, classes });
        }
      },
    },
  };
};

const classesIn = (paths: readonly string[], prefix: string): Set<string> => {
  const names = new RegExp(`${prefix}[\\w-]+`, 'g');
  return new Set(paths.flatMap(filesUnder).flatMap((file) => readFileSync(file, 'utf8').match(names) ?? []));
};

const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesUnder(join(path, name))) : [path];
