import { runPartnerService } from '@kring/partner-service';
import { OmringModule } from './omring.module.ts';

await runPartnerService('Home care', OmringModule);
