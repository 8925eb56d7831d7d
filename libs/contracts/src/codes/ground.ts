import type { Sensitivity } from '../read/circle.ts';
import { codesOf, type Labels } from './label.ts';

/** Grondslag: the law, or the consent, that an event rests on. */
export const legalBasisLabels = {
  wmo: { nl: 'Wet maatschappelijke ondersteuning', en: 'Social Support Act' },
  jeugdwet: { nl: 'Jeugdwet', en: 'Youth Act' },
  participatiewet: { nl: 'Participatiewet', en: 'Participation Act' },
  wgs: { nl: 'Wet gemeentelijke schuldhulpverlening', en: 'Municipal Debt Counselling Act' },
  zvw: { nl: 'Zorgverzekeringswet', en: 'Health Insurance Act' },
  wlz: { nl: 'Wet langdurige zorg', en: 'Long-term Care Act' },
  wpg: { nl: 'Wet publieke gezondheid', en: 'Public Health Act' },
  huurrecht: { nl: 'huurrecht', en: 'tenancy law' },
  politiewet: { nl: 'Politiewet', en: 'Police Act' },
  consent: { nl: 'toestemming', en: 'consent' },
  'vital-interest': { nl: 'vitaal belang', en: 'vital interest' },
} as const satisfies Labels;
export type LegalBasis = keyof typeof legalBasisLabels;
export const legalBases = codesOf(legalBasisLabels);

/** Doel: what the data may be used for, and what a reader says to read it. */
export const purposeLabels = {
  involvement: { nl: 'betrokkenheid', en: 'involvement' },
  coordination: { nl: 'afstemming', en: 'coordination' },
  signalling: { nl: 'signalering', en: 'signalling' },
  referral: { nl: 'verwijzing', en: 'referral' },
  aftercare: { nl: 'nazorg', en: 'aftercare' },
  monitoring: { nl: 'monitoring', en: 'monitoring' },
} as const satisfies Labels;
export type Purpose = keyof typeof purposeLabels;
export const purposes = codesOf(purposeLabels);

export const sensitivityLabels = {
  normal: { nl: 'gewoon', en: 'normal' },
  brokered: { nl: 'via de bemiddelaar', en: 'brokered' },
  hidden: { nl: 'verborgen', en: 'hidden' },
} as const satisfies Labels<Sensitivity>;
export const sensitivities = codesOf<Sensitivity>(sensitivityLabels);

/** From what people do for each other to what only a specialist does, in this order. */
export const levelLabels = {
  'own-network': { nl: 'eigen netwerk', en: 'own network' },
  neighbourhood: { nl: 'buurt', en: 'neighbourhood' },
  'basic-team': { nl: 'basisteam', en: 'basic team' },
  'district-team': { nl: 'sociaal wijkteam', en: 'district team' },
  specialist: { nl: 'specialist', en: 'specialist' },
} as const satisfies Labels;
export type Level = keyof typeof levelLabels;
export const levels = codesOf(levelLabels);

/** Leefgebied: the part of life that someone is involved with. */
export const domainLabels = {
  care: { nl: 'zorg', en: 'care' },
  health: { nl: 'gezondheid', en: 'health' },
  'mental-health': { nl: 'geestelijke gezondheid', en: 'mental health' },
  welfare: { nl: 'welzijn', en: 'welfare' },
  income: { nl: 'inkomen', en: 'income' },
  debt: { nl: 'schulden', en: 'debt' },
  housing: { nl: 'wonen', en: 'housing' },
  youth: { nl: 'jeugd', en: 'youth' },
  work: { nl: 'werk', en: 'work' },
  safety: { nl: 'veiligheid', en: 'safety' },
  disability: { nl: 'beperking', en: 'disability' },
} as const satisfies Labels;
export type Domain = keyof typeof domainLabels;
export const domains = codesOf(domainLabels);

/** Who may publish an event, as a kind of partner. `any` is every partner that is not named otherwise. */
export const publisherKinds = ['any', 'gemeente', 'resident', 'hub'] as const;
export type PublisherKind = (typeof publisherKinds)[number];
