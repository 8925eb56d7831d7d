/** What one measurement gave; `value` is in the unit of its row, the others are named by what they are. */
export type Measured = { readonly value: number; readonly [more: string]: number };

/** Something that is measured. Opened once in a process of its own, and measured once a round. */
export type Contender = {
  measure(): Promise<Measured>;
  close(): Promise<void>;
};

/** What a contender's module exports. */
export type ContenderModule<Options> = { open(options: Options): Promise<Contender> };
