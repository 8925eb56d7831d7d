export { NoordermaatModule } from './noordermaat.module.ts';
