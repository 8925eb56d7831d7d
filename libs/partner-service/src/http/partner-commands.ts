import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { issued } from '../deciding/household.command.ts';
import type { HouseholdCommand } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import type { Exchange } from './exchange.ts';
import { etagOf } from './preconditions.ts';

/** From HTTP to the command bus and back: what all controllers of the services do. */
@Injectable()
export class PartnerCommands {
  constructor(private readonly bus: CommandBus) {}

  async carryOut(command: HouseholdCommand, { issue, reply }: Exchange): Promise<Receipt> {
    const receipt = await this.bus.execute<HouseholdCommand, Receipt>(issued(command, issue));
    reply.header('etag', etagOf(receipt.revision));
    return receipt;
  }
}
