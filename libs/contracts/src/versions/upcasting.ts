/**
 * The open part of an event as it is stored: without what was sealed, so an upcaster never sees a name, an address or a note.
 * Everything sealed stays where it is: its place in `data` is part of the seal.
 */
export type OpenFields = Readonly<Record<string, unknown>>;

/** One step up: from a version of a type to the next. Pure; it answers new data and leaves what it was given as it is. */
export type Upcaster = {
  readonly from: string;
  readonly to: string;
  upcast(data: OpenFields, metadata: OpenFields): OpenFields;
};

export type Upcast = (type: string, data: OpenFields, metadata: OpenFields) => { readonly type: string; readonly data: OpenFields };

const version = /^(?<name>.+)\.v(?<number>[1-9]\d*)$/;

/** The type of the version after this one. */
const nextVersion = (type: string): string | undefined => {
  const { name, number } = version.exec(type)?.groups ?? {};
  return name === undefined ? undefined : `${name}.v${Number(number) + 1}`;
};

/**
 * Puts the steps together, so that an event of any version is told as the newest: `v1` by way of `v2` to `v3`. A type that no step
 * starts from is the newest, and passes as it is.
 *
 * @throws RangeError when a step does not lead to the next version of its own type, or two start from the same.
 */
export const upcasting = (steps: readonly Upcaster[]): Upcast => {
  const byType = new Map<string, Upcaster>();
  for (const step of steps) {
    if (step.to !== nextVersion(step.from)) throw new RangeError(`an upcaster from ${step.from} leads to its next version, not to ${step.to}`);
    if (byType.has(step.from)) throw new RangeError(`there are two upcasters from ${step.from}`);
    byType.set(step.from, step);
  }
  return (type, data, metadata) => {
    let told = { type, data };
    for (let step = byType.get(type); step; step = byType.get(step.to)) told = { type: step.to, data: step.upcast(told.data, metadata) };
    return told;
  };
};
