const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * Whether the value is nine digits that pass the 11-test of the burgerservicenummer: the digits weighted 9 to 2 and -1 add up
 * to a multiple of eleven. Nine zeros pass the sum but are no number anyone has. Source: Besluit burgerservicenummer.
 */
export const isBsn = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^[0-9]{9}$/.test(value) || value === '000000000') return false;
  let sum = 0;
  for (let place = 0; place < weights.length; place++) sum += (value.charCodeAt(place) - 48) * weights[place]!;
  return sum % 11 === 0;
};
