import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { ArrangeCover, ArrangeCoverHandler } from './arrange-cover.command.ts';
import { AssignContactPerson, AssignContactPersonHandler } from './assign-contact-person.command.ts';
import { ContactPersonsController } from './contact-persons.controller.ts';
import { HandOverContactPerson, HandOverContactPersonHandler } from './hand-over-contact-person.command.ts';
import { ReleaseContactPerson, ReleaseContactPersonHandler } from './release-contact-person.command.ts';

export const contactPersonsCommands = [AssignContactPerson, HandOverContactPerson, ReleaseContactPerson, ArrangeCover] as const;

/** The one face for a family. */
@Module({
  imports: [DecidingModule],
  controllers: [ContactPersonsController],
  providers: [AssignContactPersonHandler, HandOverContactPersonHandler, ReleaseContactPersonHandler, ArrangeCoverHandler],
})
export class ContactPersonsModule {}
