/** Nest tokens of what the controllers work with. */
export const CLOCK = Symbol('CLOCK');
export const PROGRESS = Symbol('PROGRESS');
export const REPLAY_HOUSEHOLD = Symbol('REPLAY_HOUSEHOLD');
export const ALERTS_THEN = Symbol('ALERTS_THEN');
export const READ_EVENTS = Symbol('READ_EVENTS');
