/** The words by which lines of the worklist are found. */
export const readerTerm = (partner: string): string => `reader=${partner}`;
export const codeTerm = (code: string): string => `code=${code}`;
export const areaTerm = (area: string): string => `area=${area}`;
export const organisationTerm = (organisation: string): string => `organisation=${organisation}`;
