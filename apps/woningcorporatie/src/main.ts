import { runPartnerService } from '@kring/partner-service';
import { WoningcorporatieModule } from './woningcorporatie.module.ts';

await runPartnerService('The housing corporation', WoningcorporatieModule);
