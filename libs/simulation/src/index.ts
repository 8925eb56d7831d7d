export { Calendar } from './stage/calendar.ts';
export type { Actor, Cast } from './stage/cast.ts';
export { Chance } from './stage/chance.ts';
export { citizenNumbers } from './stage/citizen-numbers.ts';
export { fictionalAddress, someHousehold, type Address, type ImaginedHousehold, type Resident } from './stage/household.ts';
export { Telling, type Publisher, type Stage, type ToldEvent } from './stage/telling.ts';
export { involved, keptInTouch, oneFace, registered, supported, visiting } from './stage/threads.ts';
export { defaultUntil, simulate, type Delivery, type Simulated } from './municipality/simulate.ts';
export { townOf, type RegionFiles, type Town } from './town/town.ts';
