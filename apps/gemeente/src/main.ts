import { runPartnerService } from '@kring/partner-service';
import { GemeenteModule } from './gemeente.module.ts';

await runPartnerService('The gemeente', GemeenteModule);
