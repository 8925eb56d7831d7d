import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsCode, IsListWritten, IsLocalDate, IsOneOf, Optional, consentScopes } from '@kring/contracts';
import type { ConsentScope } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { consents, recordConsent } from './consents.ts';

export class RecordConsent extends HouseholdCommand {
  @IsOneOf(consentScopes) scope!: ConsentScope;
  /** Every partner of the household where it is left out. */
  @Optional() @IsListWritten(IsCode) withOrganisations?: string[];
  @Optional() @IsLocalDate() expiresOn?: string;
}

@CommandHandler(RecordConsent)
export class RecordConsentHandler implements ICommandHandler<RecordConsent, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: RecordConsent): Promise<Receipt> {
    return this.deciding.decide(command, consents, (known, at) => recordConsent(contentOf(command), known, at));
  }
}
