import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { ArrangeCoverHandler } from './arrange-cover.command.ts';
import { AssignContactPersonHandler } from './assign-contact-person.command.ts';
import { ContactPersonsController } from './contact-persons.controller.ts';
import { HandOverContactPersonHandler } from './hand-over-contact-person.command.ts';
import { ReleaseContactPersonHandler } from './release-contact-person.command.ts';

/** The one face for a family. */
@Module({
  imports: [DecidingModule],
  controllers: [ContactPersonsController],
  providers: [AssignContactPersonHandler, HandOverContactPersonHandler, ReleaseContactPersonHandler, ArrangeCoverHandler],
})
export class ContactPersonsModule {}
