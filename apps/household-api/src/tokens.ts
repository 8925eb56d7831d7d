/** Nest tokens of what the controllers work with. */
export const CLOCK = Symbol('CLOCK');
export const CIRCLE_READER = Symbol('CIRCLE_READER');
export const CIRCLE_CHANGES = Symbol('CIRCLE_CHANGES');
export const FIND_HOUSEHOLDS = Symbol('FIND_HOUSEHOLDS');
export const WORKLIST = Symbol('WORKLIST');
export const TIMELINE = Symbol('TIMELINE');
export const ACCESS_LOOKUP = Symbol('ACCESS_LOOKUP');
export const WATCHERS = Symbol('WATCHERS');
