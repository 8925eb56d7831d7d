/** Letters and digits only, upper case: `12-a bis` and `12 A BIS` name the same door. */
const squeezed = (text: string): string => text.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

export type Address = { readonly postcode: string; readonly houseNumber: number; readonly addition?: string | null };

export const normalAddress = ({ postcode, houseNumber, addition }: Address): string => `${squeezed(postcode)}|${houseNumber}|${squeezed(addition ?? '')}`;

const bsnDigits = 9;

/** Nine digits: some systems leave out the zero in front. */
export const normalBsn = (bsn: string): string => bsn.replaceAll(/\D/g, '').padStart(bsnDigits, '0');

/** Letters that Unicode does not take apart, as Dutch registers write them without their mark. */
const plainLetters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };

/** Dutch name prefixes (voorvoegsels): written or left out, before or behind, they make no other person. */
const prefixes: ReadonlySet<string> = new Set(['aan', 'bij', 'de', 'den', 'der', 'des', 'het', 'in', 'onder', 'op', 'over', 'te', 'ten', 'ter', 'tot', 'uit', 'van', 'vd', 'voor', 's', 't']);

/** `S.` and `T.` are initials too: they are a prefix with an apostrophe, or right behind another prefix, as in `van t`. */
const contracted: ReadonlySet<string> = new Set(['s', 't']);

const apostrophes = /[’‘`´]/gu;

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(apostrophes, "'")
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđðþæœı]/gu, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/\bv[./]d\b\.?/gu, ' vd ')
    .split(/[^\p{L}\p{N}']+/u)
    .flatMap((word) => word.split(/(?=')/u))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/**
 * A name without case, diacritics, punctuation, order or prefixes: `Jansen-de Vries, A.` and `a. jansen de vries` are one.
 * Searching by a blind token cannot be approximate; this is as far as it can lean towards the searcher.
 */
export const normalName = (name: string): string => {
  const words = wordsOf(name);
  const core = words.filter((word, index) => !isPrefix(word, words[index - 1]));
  return (core.length > 0 ? core : words)
    .map((word) => word.replaceAll("'", '').toUpperCase())
    .sort()
    .join(' ');
};

const isPrefix = (word: string, before: string | undefined): boolean => {
  if (word.startsWith("'")) return contracted.has(word.slice(1));
  if (contracted.has(word)) return before !== undefined && !contracted.has(before) && prefixes.has(before);
  return prefixes.has(word);
};
