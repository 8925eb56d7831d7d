export { Calendar } from './stage/calendar.ts';
export type { Actor, Cast } from './stage/cast.ts';
export { Chance } from './stage/chance.ts';
export { citizenNumbers } from './stage/citizen-numbers.ts';
export { fictionalAddress, someHousehold, type ImaginedHousehold } from './stage/household.ts';
export { Telling } from './stage/telling.ts';
export { involved, keptInTouch, oneFace, registered, supported, visiting } from './stage/threads.ts';
export { simulate, type Delivery } from './municipality/simulate.ts';
export { townOf } from './town/town.ts';
