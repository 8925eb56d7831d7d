/** How many values a body may hold. Turning one into its class takes time that grows with their square. */
export const mostValues = 5_000;
/** How deep a body may be nested. Turning one into its class takes a stack that grows with its depth. */
export const deepest = 32;

type Place = { readonly value: unknown; readonly depth: number };

const partsOf = (value: unknown): readonly unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []);

/** Why a body is more than any command can mean, or null. Does not recurse, and stops as soon as it knows. */
export const excessOf = (body: unknown): string | null => {
  const waiting: Place[] = [{ value: body, depth: 0 }];
  for (let counted = 0, place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const parts = partsOf(place.value);
    counted += 1;
    if (counted + waiting.length + parts.length > mostValues) return `A body holds at most ${mostValues} values.`;
    if (parts.length > 0 && place.depth === deepest) return `A body is nested at most ${deepest} deep.`;
    for (const value of parts) waiting.push({ value, depth: place.depth + 1 });
  }
  return null;
};
