import { codesOf, type Labels } from './label.ts';

export const severityLabels = {
  warning: { nl: 'let op', en: 'warning' },
  urgent: { nl: 'dringend', en: 'urgent' },
} as const satisfies Labels;
export type Severity = keyof typeof severityLabels;
export const severities = codesOf(severityLabels);

export const viewerKindLabels = {
  system: { nl: 'systeem', en: 'system' },
  user: { nl: 'gebruiker', en: 'user' },
} as const satisfies Labels;
export type ViewerKind = keyof typeof viewerKindLabels;
export const viewerKinds = codesOf(viewerKindLabels);

/** What of a household someone asked to see. */
export const viewLabels = {
  search: { nl: 'zoekresultaat', en: 'search result' },
  circle: { nl: 'kring', en: 'circle' },
  timeline: { nl: 'tijdlijn', en: 'timeline' },
  'access-log': { nl: 'inzageverslag', en: 'access log' },
  alerts: { nl: 'werklijst', en: 'worklist' },
  events: { nl: 'gebeurtenissen', en: 'events' },
  replay: { nl: 'herhaling', en: 'replay' },
} as const satisfies Labels;
export type View = keyof typeof viewLabels;
export const views = codesOf(viewLabels);

export const erasureReasonLabels = {
  'retention-ended': { nl: 'bewaartermijn voorbij', en: 'retention ended' },
  'resident-request': { nl: 'verzoek van de bewoner', en: "resident's request" },
  'registered-in-error': { nl: 'ten onrechte geregistreerd', en: 'registered in error' },
  'court-order': { nl: 'uitspraak van de rechter', en: 'court order' },
} as const satisfies Labels;
export type ErasureReason = keyof typeof erasureReasonLabels;
export const erasureReasons = codesOf(erasureReasonLabels);
