import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, shieldingScopes } from '@kring/contracts';
import type { ShieldingScope } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { shielding, unshield } from './shielding.ts';

export class UnshieldHousehold extends HouseholdCommand {
  @IsOneOf(shieldingScopes) scope!: ShieldingScope;
}

@CommandHandler(UnshieldHousehold)
export class UnshieldHouseholdHandler implements ICommandHandler<UnshieldHousehold, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: UnshieldHousehold): Promise<Receipt> {
    return this.deciding.decide(command, shielding, (known) => unshield(contentOf(command), known));
  }
}
