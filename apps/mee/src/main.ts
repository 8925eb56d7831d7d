import { runPartnerService } from '@kring/partner-service';
import { MeeModule } from './mee.module.ts';

await runPartnerService('Client support', MeeModule);
