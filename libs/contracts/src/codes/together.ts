import type { Trend } from '../read/circle.ts';
import { codesOf, type Labels } from './label.ts';

export const endReasonLabels = {
  completed: { nl: 'afgerond', en: 'completed' },
  referred: { nl: 'verwezen', en: 'referred' },
  declined: { nl: 'hulp afgewezen', en: 'declined' },
  moved: { nl: 'verhuisd', en: 'moved' },
  deceased: { nl: 'overleden', en: 'deceased' },
  other: { nl: 'anders', en: 'other' },
} as const satisfies Labels;
export type EndReason = keyof typeof endReasonLabels;
export const endReasons = codesOf(endReasonLabels);

export const proposalRuleLabels = {
  'resident-preference': { nl: 'voorkeur van de bewoner', en: "resident's preference" },
  'longest-involved': { nl: 'het langst betrokken', en: 'longest involved' },
} as const satisfies Labels;
export type ProposalRule = keyof typeof proposalRuleLabels;
export const proposalRules = codesOf(proposalRuleLabels);

export const channelLabels = {
  visit: { nl: 'bezoek', en: 'visit' },
  phone: { nl: 'telefoon', en: 'phone' },
  message: { nl: 'bericht', en: 'message' },
  meeting: { nl: 'gesprek', en: 'meeting' },
} as const satisfies Labels;
export type Channel = keyof typeof channelLabels;
export const channels = codesOf(channelLabels);

export const trendLabels = {
  improving: { nl: 'gaat beter', en: 'improving' },
  stable: { nl: 'gelijk', en: 'stable' },
  worsening: { nl: 'gaat slechter', en: 'worsening' },
} as const satisfies Labels<Trend>;
export const trends = codesOf<Trend>(trendLabels);

export const ownStrengthResultLabels = {
  self: { nl: 'lukt zelf', en: 'can do it alone' },
  network: { nl: 'lukt met het netwerk', en: 'can do it with the network' },
  'support-needed': { nl: 'ondersteuning nodig', en: 'support needed' },
} as const satisfies Labels;
export type OwnStrengthResult = keyof typeof ownStrengthResultLabels;
export const ownStrengthResults = codesOf(ownStrengthResultLabels);

/** What a resident is told about. */
export const informedAboutLabels = {
  involvement: { nl: 'betrokkenheid', en: 'involvement' },
  signal: { nl: 'signaal', en: 'signal' },
  match: { nl: 'overlap', en: 'match' },
  referral: { nl: 'verwijzing', en: 'referral' },
} as const satisfies Labels;
export type InformedAbout = keyof typeof informedAboutLabels;
export const informedAbouts = codesOf(informedAboutLabels);

export const consentScopeLabels = {
  'share-involvement': { nl: 'betrokkenheid delen', en: 'share the involvement' },
  'share-visits': { nl: 'bezoeken delen', en: 'share the visits' },
  takeover: { nl: 'overname', en: 'takeover' },
} as const satisfies Labels;
export type ConsentScope = keyof typeof consentScopeLabels;
export const consentScopes = codesOf(consentScopeLabels);

export const matchOutcomeLabels = {
  'one-plan': { nl: 'één plan', en: 'one plan' },
  'one-visit-rhythm': { nl: 'bezoeken op elkaar afgestemd', en: 'one visit rhythm' },
  'handed-over': { nl: 'overgedragen', en: 'handed over' },
  'no-overlap': { nl: 'geen overlap', en: 'no overlap' },
} as const satisfies Labels;
export type MatchOutcome = keyof typeof matchOutcomeLabels;
export const matchOutcomes = codesOf(matchOutcomeLabels);

export const rejectionReasonLabels = {
  capacity: { nl: 'geen plaats', en: 'no capacity' },
  'not-eligible': { nl: 'komt niet in aanmerking', en: 'not eligible' },
  'resident-declined': { nl: 'bewoner ziet ervan af', en: 'resident declined' },
  'wrong-discipline': { nl: 'verkeerde discipline', en: 'wrong discipline' },
} as const satisfies Labels;
export type RejectionReason = keyof typeof rejectionReasonLabels;
export const rejectionReasons = codesOf(rejectionReasonLabels);

export const aimLabels = {
  improve: { nl: 'verbeteren', en: 'improve' },
  'keep-stable': { nl: 'stabiel houden', en: 'keep stable' },
} as const satisfies Labels;
export type Aim = keyof typeof aimLabels;
export const aims = codesOf(aimLabels);

export const stepAreaLabels = {
  learn: { nl: 'leren', en: 'learn' },
  work: { nl: 'werken', en: 'work' },
  participate: { nl: 'meedoen', en: 'participate' },
} as const satisfies Labels;
export type StepArea = keyof typeof stepAreaLabels;
export const stepAreas = codesOf(stepAreaLabels);

/** The rungs of the participation ladder (participatieladder, VNG), lowest first. */
export const participationLadder = { lowest: 1, highest: 6 } as const;
