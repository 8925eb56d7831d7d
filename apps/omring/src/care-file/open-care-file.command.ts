import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { HasShape, IsLocalDate, IsOneOf, IsPublisherId, Optional, Person, Professional, levels } from '@kring/contracts';
import type { Domain, Level } from '@kring/contracts';
import { DecidingService, HouseholdCommand, contentOf } from '@kring/partner-service';
import type { Receipt } from '@kring/partner-service';
import { careFile, openCareFile } from './care-file.ts';

export class OpenCareFile extends HouseholdCommand {
  @IsPublisherId() involvementId!: string;
  @HasShape(() => Professional) professional!: Professional;
  @Optional() @IsOneOf(levels) level?: Level;
  @Optional() @IsOneOf(['care', 'health']) domain?: Domain;
  /** Whom of the household it is for; everyone where it is left out. */
  @Optional() @HasShape(() => Person) person?: Person;
  @Optional() @IsLocalDate() expectedEnd?: string;
}

@CommandHandler(OpenCareFile)
export class OpenCareFileHandler implements ICommandHandler<OpenCareFile, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: OpenCareFile): Promise<Receipt> {
    return this.deciding.decide(command, careFile, (file, at) => openCareFile({ level: 'basic-team', domain: 'care', ...contentOf(command) }, file, at));
  }
}
