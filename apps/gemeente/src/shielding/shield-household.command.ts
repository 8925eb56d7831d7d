import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, shieldingScopes } from '@kring/contracts';
import type { ShieldingScope } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { shield, shielding } from './shielding.ts';

export class ShieldHousehold extends HouseholdCommand {
  @IsOneOf(shieldingScopes) scope!: ShieldingScope;
}

@CommandHandler(ShieldHousehold)
export class ShieldHouseholdHandler implements ICommandHandler<ShieldHousehold, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ShieldHousehold): Promise<Receipt> {
    return this.deciding.decide(command, shielding, (known) => shield(contentOf(command), known));
  }
}
