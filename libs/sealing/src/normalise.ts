/** Letters and digits only, upper case: `12-a bis` and `12 A BIS` name the same door. */
const squeezed = (text: string): string => text.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

export type Address = { readonly postcode: string; readonly houseNumber: number; readonly addition?: string | null };

export const normalAddress = ({ postcode, houseNumber, addition }: Address): string => `${squeezed(postcode)}|${houseNumber}|${squeezed(addition ?? '')}`;

/** Dutch name prefixes: written or left out, before or behind, they make no other person. */
const prefixes: ReadonlySet<string> = new Set(['AAN', 'BIJ', 'DE', 'DEN', 'DER', 'DES', 'DI', 'DU', 'EL', 'EN', 'HET', 'IN', 'LA', 'LE', 'OP', 'S', 'T', 'TE', 'TEN', 'TER', 'TOT', 'UIT', 'VAN', 'VON', 'VOOR', 'ZU']);

/**
 * A name without case, diacritics, punctuation, order or prefixes: `Jansen-de Vries, A.` and `a. jansen de vries` are one.
 * Searching by a blind token cannot be approximate; this is as far as it can lean towards the searcher.
 */
export const normalName = (name: string): string => {
  const words = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const core = words.filter((word) => !prefixes.has(word));
  return (core.length > 0 ? core : words).sort().join(' ');
};
