import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, IsPublisherId, endReasons } from '@kring/contracts';
import type { EndReason } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { careFile, closeCareFile } from './care-file.ts';

export class CloseCareFile extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  @IsOneOf(endReasons) reason!: EndReason;
}

@CommandHandler(CloseCareFile)
export class CloseCareFileHandler implements ICommandHandler<CloseCareFile, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: CloseCareFile): Promise<Receipt> {
    return this.deciding.decide(command, careFile, (file, at) => closeCareFile(contentOf(command), file, at));
  }
}
