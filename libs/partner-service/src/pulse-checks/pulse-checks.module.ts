import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { PulseChecksController } from './pulse-checks.controller.ts';
import { RecordPulseCheck, RecordPulseCheckHandler } from './record-pulse-check.command.ts';

export const pulseChecksCommands = [RecordPulseCheck] as const;

/** The finger on the pulse. */
@Module({
  imports: [DecidingModule],
  controllers: [PulseChecksController],
  providers: [RecordPulseCheckHandler],
})
export class PulseChecksModule {}
