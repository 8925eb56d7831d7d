import { Global, Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { AccessModule } from '@kring/access';
import type { TokenVerifier } from '@kring/access';
import { Clock, createHttpApp } from '@kring/platform';
import type { HttpParts } from '@kring/platform';
import { Regions } from '@kring/regions';
import { PARTNER_LEDGER } from '../ledger/ledger.ts';
import type { PartnerLedger } from '../ledger/ledger.ts';

/** What a partner service needs from around it. */
export type PartnerServiceParts = {
  readonly service: Type;
  readonly ledger: PartnerLedger;
  readonly regions: Regions;
  readonly clock: Clock;
  readonly verifier: TokenVerifier;
  readonly http: HttpParts;
};

/** One partner service as an application by itself; the hub mounts the same module among others. */
export const partnerServiceApp = ({ service, ledger, regions, clock, verifier, http }: PartnerServiceParts) => {
  @Global()
  @Module({
    providers: [{ provide: PARTNER_LEDGER, useValue: ledger }, { provide: Regions, useValue: regions }, { provide: Clock, useValue: clock }],
    exports: [PARTNER_LEDGER, Regions, Clock],
  })
  class Surroundings {}

  @Module({ imports: [Surroundings, AccessModule.with(verifier), service] })
  class Application {}

  return createHttpApp(Application, http);
};
