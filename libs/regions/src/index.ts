export * from './codes.ts';
export { loadRegions } from './load-regions.ts';
export { RegionFilesInvalid } from './region-problem.ts';
export type { RegionProblem } from './region-problem.ts';
export type { HubFile, RegionFile } from './region-file.ts';
export type { Area, DemoUser, Partner, Programme, Region, Team, Venue } from './region.ts';
export { Regions } from './regions.ts';
