/** Ids of the events on which anything in this rests, its alerts among it: all that stands in a `because`, however deep. */
export const eventsBehind = (tree: unknown, found = new Set<string>()): Set<string> => {
  if (tree === null || typeof tree !== 'object') return found;
  for (const [field, value] of Object.entries(tree)) {
    if (field === 'because' && Array.isArray(value)) for (const id of value) found.add(String(id));
    else eventsBehind(value, found);
  }
  return found;
};
