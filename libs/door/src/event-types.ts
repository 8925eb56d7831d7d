/** Types that mean more to the door than a fact to pass on: they say who lives where. */
export const registeredType = 'nl.kring.households.registered.v1';
export const movedType = 'nl.kring.households.moved.v1';
export const joinedType = 'nl.kring.households.member-joined.v1';
export const leftType = 'nl.kring.households.member-left.v1';
export const mergedType = 'nl.kring.households.merged.v1';
export const splitType = 'nl.kring.households.split.v1';
