export * from './read/circle.ts';
