import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { ExploreOwnStrength, ExploreOwnStrengthHandler } from './explore-own-strength.command.ts';
import { OwnStrengthController } from './own-strength.controller.ts';

export const ownStrengthCommands = [ExploreOwnStrength] as const;

/** What people can do themselves, looked at first. */
@Module({
  imports: [DecidingModule],
  controllers: [OwnStrengthController],
  providers: [ExploreOwnStrengthHandler],
})
export class OwnStrengthModule {}
