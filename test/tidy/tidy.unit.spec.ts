import { describe, expect, it } from '@jest/globals';
import { pages } from '../../docs/pages/pages.ts';
import { explainedInVain, undeclared, unexplained, unreferenced, unused } from './dependencies.ts';
import { brokenLinks } from './links.ts';
import { deadProofs, deadSources } from './reachable.ts';
import { leftForLater, leftOut, rulesSwitchedOff, wordsOfTheWorkplace } from './words.ts';
import { files, projects, textOf } from './workspace.ts';

describe('every project', () => {
  const tagsOf = (kind: string) => projects.filter(({ folder }) => folder !== '.').map(({ folder, manifest }) => ({ folder, count: manifest.nx?.tags?.filter((tag) => tag.startsWith(`${kind}:`)).length ?? 0 }));

  it.each(['scope', 'layer'])('has one %s, which says what it may know', (kind) => {
    expect(tagsOf(kind).filter(({ count }) => count !== 1)).toEqual([]);
  });

  it('declares every package that it uses', () => expect(undeclared()).toEqual([]));
  it('is built after every project that it uses', () => expect(unreferenced()).toEqual([]));
  it('uses every package that it declares', () => expect(unused()).toEqual([]));
});

describe('every dependency', () => {
  it('has its reason in docs/dependencies.md', () => expect(unexplained()).toEqual([]));
  it('that has a reason there is still there', () => expect(explainedInVain()).toEqual([]));
});

describe('every source', () => {
  it('is used by a process, a page, a package or a script', () => expect(deadSources()).toEqual([]));
  it('that is given to specs is used by one', () => expect(deadProofs()).toEqual([]));
  it('is done', () => expect(leftForLater()).toEqual([]));
  it('keeps the rules', () => expect(rulesSwitchedOff()).toEqual([]));
  it('speaks of the product alone', () => expect(wordsOfTheWorkplace()).toEqual([]));
});

describe('every spec', () => {
  it('runs', () => expect(leftOut()).toEqual([]));
});

describe('every page', () => {
  it('links to what is there', () => expect(brokenLinks()).toEqual([]));

  it.each(Object.entries(pages()))('that is made from the code is as the code says: %s', (file, text) => {
    expect(textOf(`docs/${file}`)).toBe(text);
  });

  it('of the configuration knows every setting that anything reads', () => {
    const page = textOf('docs/configuration.md');
    const code = files.filter((file) => /^(?:apps|libs|test|deploy)\/.*\.(?:ts|tsx|mjs|yaml|yml)$|Dockerfile/.test(file) && !/\.spec\.tsx?$/.test(file));
    const names = new Set(code.flatMap((file) => textOf(file).match(/\bKRING_[A-Z][A-Z_]*[A-Z]\b/g) ?? []));
    expect([...names].filter((name) => !page.includes(`\`${name}\``) && name !== 'KRING_NODE_FOUND')).toEqual([]);
  });
});
