export { GemeenteModule } from './gemeente.module.ts';
