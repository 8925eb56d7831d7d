import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { IsOneOf, IsPublisherId, initiators, questionKinds, questionSubjects } from '@kring/contracts';
import type { Initiator, QuestionKind, QuestionSubject } from '@kring/contracts';
import { DecidingService } from '../deciding/deciding.service.ts';
import { HouseholdCommand, contentOf } from '../deciding/household.command.ts';
import type { Receipt } from '../ledger/ledger.ts';
import { questions, receiveQuestion } from './questions.ts';

export class ReceiveQuestion extends HouseholdCommand {
  @IsPublisherId() questionId!: string;
  @IsOneOf(questionKinds) kind!: QuestionKind;
  @IsOneOf(questionSubjects) about!: QuestionSubject;
  @IsOneOf(initiators) initiatedBy!: Initiator;
}

@CommandHandler(ReceiveQuestion)
export class ReceiveQuestionHandler implements ICommandHandler<ReceiveQuestion, Receipt> {
  constructor(private readonly deciding: DecidingService) {}

  execute(command: ReceiveQuestion): Promise<Receipt> {
    return this.deciding.decide(command, questions, (received) => receiveQuestion(contentOf(command), received));
  }
}
