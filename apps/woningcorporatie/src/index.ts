export { WoningcorporatieModule } from './woningcorporatie.module.ts';
