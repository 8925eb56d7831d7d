/** It becomes part of statements, so it is held to what needs no quotes. */
const plainName = /^[a-z_][a-z0-9_]{0,47}$/;

/** @throws RangeError */
export const schemaNamed = (name: string): string => {
  if (!plainName.test(name)) throw new RangeError('the name of a schema is 1 to 48 small letters, digits and underscores');
  return name;
};
