/** The same function, that works each object out once: what comes after one step is what stands before the next. */
export const remembered = <Given extends object, Found>(find: (given: Given) => Found): ((given: Given) => Found) => {
  const known = new WeakMap<Given, { readonly found: Found }>();
  return (given) => {
    const before = known.get(given);
    if (before) return before.found;
    const found = find(given);
    known.set(given, { found });
    return found;
  };
};
