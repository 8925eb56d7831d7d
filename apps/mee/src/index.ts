export { MeeModule } from './mee.module.ts';
