import { Module } from '@nestjs/common';
import {
  DecidingModule, InformReporter, InvolvementsModule, MatchesModule, RaiseSignal, ResidentsModule, Services, SignalsModule, involvementsCommands,
  matchesCommands, residentsCommands,
} from '@kring/partner-service';
import { AppointConnector, AppointConnectorHandler } from './connectors/appoint-connector.command.ts';
import { ConnectorsController } from './connectors/connectors.controller.ts';
import { DismissConnector, DismissConnectorHandler } from './connectors/dismiss-connector.command.ts';
import { EndHousingGuidance, EndHousingGuidanceHandler } from './tenancies/end-housing-guidance.command.ts';
import { EndTenancy, EndTenancyHandler } from './tenancies/end-tenancy.command.ts';
import { StartHousingGuidance, StartHousingGuidanceHandler } from './tenancies/start-housing-guidance.command.ts';
import { StartTenancy, StartTenancyHandler } from './tenancies/start-tenancy.command.ts';
import { TenanciesController } from './tenancies/tenancies.controller.ts';

/** The housing corporation: tenancies, what a landlord may signal, and the connectors of the neighbourhood. */
@Module({
  imports: [DecidingModule, InvolvementsModule, SignalsModule, ResidentsModule, MatchesModule],
  controllers: [TenanciesController, ConnectorsController],
  providers: [
    StartTenancyHandler, EndTenancyHandler, StartHousingGuidanceHandler, EndHousingGuidanceHandler, AppointConnectorHandler, DismissConnectorHandler,
  ],
})
export class WoningcorporatieModule {
  constructor(services: Services) {
    services.offer({
      service: 'woningcorporatie',
      legalBasis: 'huurrecht',
      commands: [
        StartTenancy, EndTenancy, StartHousingGuidance, EndHousingGuidance,
        AppointConnector, DismissConnector,
        ...involvementsCommands, RaiseSignal, InformReporter, ...residentsCommands, ...matchesCommands,
      ],
      alsoForVolunteers: [RaiseSignal],
    });
  }
}
