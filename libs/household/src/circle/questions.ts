import type { QuestionRow, Sensitivity } from '@kring/contracts';
import type { OpenData } from '../event-data.ts';
import { alsoBecause } from './because.ts';
import { withSensitivity, type Discretion } from './discretion.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';
import { Register } from './register.ts';

type Received = OpenData['nl.kring.questions.received.v1'];
type Question = { readonly publisher: string; readonly organisation: string; row: QuestionRow; sensitivity: Sensitivity | null };
export type Questions = Register<Question>;

const receivedRow = (happening: Happening<Received>): QuestionRow => ({
  questionId: happening.data.questionId,
  organisation: happening.organisation,
  kind: happening.data.kind,
  about: happening.data.about,
  initiatedBy: happening.data.initiatedBy,
  at: happening.when,
  sensitivity: happening.data.sensitivity ?? 'normal',
  because: [happening.event.id],
});

/** Received again is a correction; the question still came when it came. */
const receive = (questions: Questions, happening: Happening<Received>): void => {
  const row = receivedRow(happening);
  const sensitivity = happening.data.sensitivity ?? null;
  const known = questions.own(row.questionId, happening);
  if (!known) return questions.add(row.questionId, { publisher: happening.event.partner, organisation: happening.organisation, row, sensitivity });
  known.sensitivity = sensitivity ?? known.sensitivity;
  known.row = { ...row, at: known.row.at, ...alsoBecause(known.row, happening) };
};

export const questionsPart: Part<Questions> = { empty: () => new Register(), on: { 'nl.kring.questions.received.v1': receive } };

export const questionRows = (questions: Questions, discretion: Discretion): QuestionRow[] =>
  questions.entries().map(({ row, organisation, sensitivity }) => withSensitivity(row, discretion(organisation, sensitivity)));
