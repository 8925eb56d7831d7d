/** One thing that is wrong with an event. */
export type ContractError = {
  /** RFC 6901 pointer, from the event's root, of the field that is wrong, missing or unknown. */
  readonly pointer: string;
  /** Stable name of the rule that the field breaks. */
  readonly rule: string;
  /** An English sentence that says what is asked. It never repeats a value. */
  readonly detail: string;
};

/** How many errors of one event are told; whoever has more of them has one mistake many times. */
export const mostErrors = 50;

const longestName = 64;

/**
 * One step of a pointer. The name of an unknown field is the sender's own text: it is cut short, half surrogate pairs are
 * replaced, and digits that could be a BSN are masked, for pointers end up in answers and logs.
 */
export const pointerStep = (name: string): string => {
  const short = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  return short.toWellFormed().replace(/[0-9]{8,}/g, '********').replaceAll('~', '~0').replaceAll('/', '~1');
};
