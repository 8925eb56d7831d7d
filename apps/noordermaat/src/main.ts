import { runPartnerService } from '@kring/partner-service';
import { NoordermaatModule } from './noordermaat.module.ts';

await runPartnerService('Welfare', NoordermaatModule);
