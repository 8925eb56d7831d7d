import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { InformResident, InformResidentHandler } from './inform-resident.command.ts';
import { ResidentsController } from './residents.controller.ts';

export const residentsCommands = [InformResident] as const;

/** What residents are told. */
@Module({
  imports: [DecidingModule],
  controllers: [ResidentsController],
  providers: [InformResidentHandler],
})
export class ResidentsModule {}
