export { Boxes } from './boxes/boxes.ts';
export { withPersonal } from './boxes/personal.ts';
export { recognised, type PersonIndex } from './boxes/recognised.ts';
export { ApiHouseholdId, ApiMoment, ApiPage, ApiProblems, ApiReading } from './openapi/described.ts';
export * from './openapi/schema.ts';
export { instantIn } from './query/instant.ts';
export { cursorOf, maxLimit, pageOf, type Page, type PageQuery } from './query/page.ts';
export { ReplayLog, type Replayed } from './replay/replay-log.ts';
export { sightOf, type Onlooker } from './replay/sight-of.ts';
