import { Module } from '@nestjs/common';
import { DecidingModule } from '../deciding/deciding.module.ts';
import { QuestionsController } from './questions.controller.ts';
import { ReceiveQuestion, ReceiveQuestionHandler } from './receive-question.command.ts';

export const questionsCommands = [ReceiveQuestion] as const;

/** What residents come with. */
@Module({
  imports: [DecidingModule],
  controllers: [QuestionsController],
  providers: [ReceiveQuestionHandler],
})
export class QuestionsModule {}
