export { OmringModule } from './omring.module.ts';
