/**
 * A row without some of its fields. What a reader may not see is left out, never blanked, so that it cannot be taken for an absent
 * fact. The type stays that of the whole row: it says what a field holds where it is there, and this is the one place that bends it.
 */
export const leavingOut = <Row extends object>(row: Row, ...fields: readonly (keyof Row)[]): Row => {
  const left = { ...row };
  for (const field of fields) delete (left as Partial<Row>)[field];
  return left;
};
