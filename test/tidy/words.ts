import { extname } from 'node:path';
import { files, isCode, textOf } from './workspace.ts';

const isText = (file: string): boolean => !['.png', '.ico', '.woff2'].includes(extname(file));
const itself = 'test/tidy/';
const lock = 'package-lock.json';

type Finding = { readonly pattern: RegExp; readonly of: (file: string) => boolean };

const found = ({ pattern, of }: Finding): readonly string[] =>
  files
    .filter((file) => of(file) && !file.startsWith(itself))
    .flatMap((file) => textOf(file).split('\n').flatMap((line, place) => (pattern.test(line) ? [`${file}:${place + 1}: ${line.trim().slice(0, 100)}`] : [])));

/** What was left for later. */
export const leftForLater = () => found({ pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, of: (file) => isCode(file) || /\.(?:md|css|html|yaml)$/.test(file) });

/** Specs that run alone, or not at all; one that is skipped for what the machine lacks says so in its name. */
export const leftOut = () => found({ pattern: /\b(?:it|test|describe)(?:\.each)?\.(?:only|skip|failing|todo)\((?!'is skipped: )|\b(?:fit|xit|fdescribe|xdescribe)\(/, of: isCode });

/** Rules that were switched off instead of kept. */
export const rulesSwitchedOff = () => found({ pattern: /eslint-disable|@ts-(?:ignore|nocheck|expect-error)/, of: (file) => isCode(file) && !file.endsWith('.type.spec.ts') });

/** Where the project was made is nobody's business: neither paths of that machine nor the registries it used. */
export const wordsOfTheWorkplace = () => [
  ...found({ pattern: /(?<![\w.])\/work\/|(?<!\w)\/root\/|(?<!\w)\/tmp\/[a-z]/, of: (file) => isText(file) && file !== lock }),
  ...found({ pattern: /"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)/, of: (file) => file === lock }),
];
