export { startHub } from './hub.ts';
export type { Hub } from './hub.ts';
