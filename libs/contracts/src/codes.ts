/**
 * The code lists of the published language with their labels. Nothing here needs a validator, so a screen that shows a label
 * does not load one.
 */
export * from './codes/label.ts';
export * from './codes/people.ts';
export * from './codes/ground.ts';
export * from './codes/signals.ts';
export * from './codes/together.ts';
export * from './codes/hub.ts';
export * from './titles.ts';
