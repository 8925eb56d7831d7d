import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { AccessModule } from '@kring/access';
import type { TokenVerifier } from '@kring/access';
import { AuditModule } from '@kring/audit';
import type { AuditParts } from '@kring/audit';
import { GemeenteModule } from '@kring/gemeente';
import { HouseholdApiModule } from '@kring/household-api';
import type { HouseholdApiParts } from '@kring/household-api';
import { IngestModule } from '@kring/ingest';
import type { EventsParts } from '@kring/ingest';
import { MeeModule } from '@kring/mee';
import { NoordermaatModule } from '@kring/noordermaat';
import { OmringModule } from '@kring/omring';
import { PARTNER_LEDGER, PartnerLedgerController } from '@kring/partner-service';
import type { PartnerLedger } from '@kring/partner-service';
import { Clock } from '@kring/platform';
import { ProjectionsModule } from '@kring/projection';
import type { OperatedProjection } from '@kring/projection';
import { Regions } from '@kring/regions';
import { WoningcorporatieModule } from '@kring/woningcorporatie';

export type HubModuleParts = {
  readonly clock: Clock;
  readonly regions: Regions;
  readonly verifier: TokenVerifier;
  readonly ledger: PartnerLedger;
  readonly ingest: EventsParts;
  readonly households: HouseholdApiParts;
  readonly audit: AuditParts;
  readonly projections: readonly OperatedProjection[];
};

/** What every part may ask for. */
@Module({})
class SharedModule {
  static with({ clock, regions, ledger }: HubModuleParts): DynamicModule {
    const providers: Provider[] = [
      { provide: Clock, useValue: clock },
      { provide: Regions, useValue: regions },
      { provide: PARTNER_LEDGER, useValue: ledger },
    ];
    return { module: SharedModule, global: true, providers, exports: providers };
  }
}

/** All of Kring, composed for one process. */
@Module({})
export class HubModule {
  static with(parts: HubModuleParts): DynamicModule {
    return {
      module: HubModule,
      controllers: [PartnerLedgerController],
      imports: [
        SharedModule.with(parts),
        AccessModule.with(parts.verifier),
        IngestModule.over(parts.ingest),
        HouseholdApiModule.over(parts.households),
        AuditModule.over(parts.audit),
        ProjectionsModule.over(parts.projections),
        GemeenteModule,
        NoordermaatModule,
        MeeModule,
        OmringModule,
        WoningcorporatieModule,
      ],
    };
  }
}
