import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { CloseAftercare, CloseAftercareHandler } from './close-aftercare.command.ts';
import { ContactForAftercare, ContactForAftercareHandler } from './contact-for-aftercare.command.ts';
import { FollowUpController } from './follow-up.controller.ts';
import { StartAftercare, StartAftercareHandler } from './start-aftercare.command.ts';
import { UpdatePartners, UpdatePartnersHandler } from './update-partners.command.ts';

export const followUpCommands = [StartAftercare, ContactForAftercare, CloseAftercare, UpdatePartners] as const;

/** What the contact person still owes: aftercare, and word of how it goes. */
@Module({
  imports: [DecidingModule],
  controllers: [FollowUpController],
  providers: [StartAftercareHandler, ContactForAftercareHandler, CloseAftercareHandler, UpdatePartnersHandler],
})
export class FollowUpModule {}
