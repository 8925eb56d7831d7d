import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, consentScopes } from '@kring/contracts';
import type { ConsentScope } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { consents, withdrawConsent } from './consents.ts';

export class WithdrawConsent extends HouseholdCommand {
  @IsOneOf(consentScopes) scope!: ConsentScope;
}

@CommandHandler(WithdrawConsent)
export class WithdrawConsentHandler implements ICommandHandler<WithdrawConsent, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: WithdrawConsent): Promise<Receipt> {
    return this.deciding.decide(command, consents, (known) => withdrawConsent(contentOf(command), known));
  }
}
