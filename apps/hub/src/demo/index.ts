export { demoAnchor } from './anchor.ts';
export { demoEvents } from './demo-events.ts';
export { publishDemo, type Admit, type Tally } from './publish-demo.ts';
