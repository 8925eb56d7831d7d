import { codesOf, type Labels } from './label.ts';

export const signalKindLabels = {
  loneliness: { nl: 'eenzaamheid', en: 'loneliness' },
  'overload-carer': { nl: 'overbelaste mantelzorger', en: 'overloaded carer' },
  'care-avoidance': { nl: 'zorgmijding', en: 'care avoidance' },
  debt: { nl: 'schulden', en: 'debt' },
  'rent-arrears': { nl: 'huurachterstand', en: 'rent arrears' },
  nuisance: { nl: 'overlast', en: 'nuisance' },
  neglect: { nl: 'verwaarlozing', en: 'neglect' },
  dementia: { nl: 'dementie', en: 'dementia' },
  'domestic-tension': { nl: 'spanning thuis', en: 'domestic tension' },
  safety: { nl: 'veiligheid', en: 'safety' },
  'youth-concern': { nl: 'zorg om een kind', en: 'concern about a child' },
  other: { nl: 'anders', en: 'other' },
} as const satisfies Labels;
export type SignalKind = keyof typeof signalKindLabels;
export const signalKinds = codesOf(signalKindLabels);

/** A housing corporation signals what it sees as a landlord, and no more. */
export const housingSignalKinds = ['rent-arrears', 'nuisance', 'neglect'] as const satisfies readonly SignalKind[];

export const urgencyLabels = {
  low: { nl: 'laag', en: 'low' },
  normal: { nl: 'gewoon', en: 'normal' },
  urgent: { nl: 'dringend', en: 'urgent' },
} as const satisfies Labels;
export type Urgency = keyof typeof urgencyLabels;
export const urgencies = codesOf(urgencyLabels);

export const signalOutcomeLabels = {
  'taken-up': { nl: 'opgepakt', en: 'taken up' },
  'already-known': { nl: 'al bekend', en: 'already known' },
  'no-action': { nl: 'geen actie nodig', en: 'no action' },
  referred: { nl: 'doorverwezen', en: 'referred' },
} as const satisfies Labels;
export type SignalOutcome = keyof typeof signalOutcomeLabels;
export const signalOutcomes = codesOf(signalOutcomeLabels);

export const questionKindLabels = {
  question: { nl: 'vraag', en: 'question' },
  problem: { nl: 'probleem', en: 'problem' },
  idea: { nl: 'idee', en: 'idea' },
  concern: { nl: 'zorg', en: 'concern' },
  initiative: { nl: 'initiatief', en: 'initiative' },
} as const satisfies Labels;
export type QuestionKind = keyof typeof questionKindLabels;
export const questionKinds = codesOf(questionKindLabels);

export const questionSubjectLabels = {
  self: { nl: 'zichzelf', en: 'self' },
  family: { nl: 'familie', en: 'family' },
  neighbour: { nl: 'een buur', en: 'a neighbour' },
  neighbourhood: { nl: 'de buurt', en: 'the neighbourhood' },
} as const satisfies Labels;
export type QuestionSubject = keyof typeof questionSubjectLabels;
export const questionSubjects = codesOf(questionSubjectLabels);

export const initiatorLabels = {
  resident: { nl: 'bewoner', en: 'resident' },
  neighbour: { nl: 'buur', en: 'neighbour' },
  gp: { nl: 'huisarts', en: 'general practitioner' },
  partner: { nl: 'partnerorganisatie', en: 'partner organisation' },
  team: { nl: 'team', en: 'team' },
} as const satisfies Labels;
export type Initiator = keyof typeof initiatorLabels;
export const initiators = codesOf(initiatorLabels);
