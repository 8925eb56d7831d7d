import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { QuestionsController } from './questions.controller.ts';
import { ReceiveQuestionHandler } from './receive-question.command.ts';

/** What residents come with. */
@Module({
  imports: [DecidingModule],
  controllers: [QuestionsController],
  providers: [ReceiveQuestionHandler],
})
export class QuestionsModule {}
