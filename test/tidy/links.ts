import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { files, root, textOf } from './workspace.ts';

const pages = files.filter((file) => file.endsWith('.md'));

/** A page without its code: what stands there is no link and no heading. */
const proseOf = (file: string): string => textOf(file).replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ' '));

/** The names under which a page's headings can be linked to. */
const anchorsOf = (file: string): readonly string[] =>
  [...proseOf(file).matchAll(/^#{1,6} +(.+)$/gm)].flatMap(([, heading]) =>
    heading === undefined ? [] : [heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim().replaceAll(' ', '-')],
  );

const isBroken = (page: string, target: string): boolean => {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(root, file))) return true;
  return anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(anchor);
};

/** Links and pictures that lead to nothing within the project. Addresses outside are not asked. */
export const brokenLinks = (): readonly string[] =>
  pages.flatMap((page) =>
    [...proseOf(page).matchAll(/\]\(([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"/g)]
      .flatMap(([, one, other]) => one ?? other ?? [])
      .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target) && isBroken(page, target))
      .map((target) => `${page} links to ${target}`),
  );
