/** What a code is called on a screen: Dutch first, as the trade says it, and English. */
export type Label = { readonly nl: string; readonly en: string };
export type Labels<Code extends string = string> = Readonly<Record<Code, Label>>;

/** The codes of a list, in the order in which they were written down. */
export const codesOf = <Code extends string>(labels: Labels<Code>): readonly Code[] => Object.keys(labels) as Code[];
