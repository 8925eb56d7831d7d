import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { PartnerCommands } from '../http/partner-commands.ts';
import { DecidingService } from './deciding.service.ts';
import { Services } from './services.ts';

/**
 * What every slice of a partner service rests on. It needs from around it, as global providers: `PARTNER_LEDGER`, `Regions`,
 * `Clock` and the `AccessModule`. A slice that several services offer is mounted once; each service says in its offer which
 * commands its partners may send.
 */
@Module({
  imports: [CqrsModule],
  providers: [DecidingService, PartnerCommands, Services],
  exports: [CqrsModule, DecidingService, PartnerCommands, Services],
})
export class DecidingModule {}
