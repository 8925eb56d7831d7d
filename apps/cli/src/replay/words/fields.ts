import {
  certaintyLabels, consentScopeLabels, domainLabels, endReasonLabels, informedAboutLabels, legalBasisLabels, levelLabels, matchOutcomeLabels, ownStrengthResultLabels, questionKindLabels, questionSubjectLabels, relationLabels, roleLabels, sensitivityLabels,
  signalKindLabels, signalOutcomeLabels, supporterKindLabels, trendLabels, urgencyLabels,
} from '@kring/contracts/codes';
import type { Section } from '@kring/replay';
import { day, label, moment, stateLabels } from '../../circle/words.ts';

type Labels = Parameters<typeof label>[0];

/** The parts of a circle in the words of the trade. */
export const sectionNames: Readonly<Record<Section, string>> = {
  household: 'huishouden', contactPerson: 'aanspreekpunt', coordinator: 'regie', ownStrength: 'eigen kracht', plan: 'plan', aftercare: 'nazorg', members: 'lid', involvements: 'betrokken', supporters: 'eigen netwerk',
  questions: 'vraag', signals: 'signaal', referralChains: 'doorverwijzing', matches: 'wie weet van elkaar', visits: 'afspraak', consents: 'toestemming', residentInformed: 'bewoner geïnformeerd', participation: 'meedoen',
};

/** Fields that say something to a person, in the order in which they say it; other fields are for machines. */
const fieldNames: Readonly<Record<string, string>> = {
  name: 'naam', label: 'wie', relation: 'relatie', organisation: 'organisatie', role: 'functie', level: 'niveau', domain: 'domein', kind: 'soort', urgency: 'urgentie', raisedBy: 'van', addressedTo: 'aan', state: 'stand',
  since: 'sinds', until: 'tot', endReason: 'reden', expectedEnd: 'verwacht tot', lastConfirmed: 'bevestigd', startsAt: 'begint', endsAt: 'eindigt', outcome: 'uitkomst', result: 'uitkomst', together: 'samen',
  networkInvolved: 'netwerk betrokken', residentPreferred: 'voorkeur van de bewoner', legalBasis: 'grondslag', sensitivity: 'gevoeligheid', area: 'buurt', region: 'regio', certainty: 'zekerheid', about: 'over',
  stepCount: 'aantal stappen', steps: 'stappen', organisations: 'organisaties', acknowledgedBy: 'gezien door', scope: 'waarvoor', expiresOn: 'tot en met', withdrawnAt: 'ingetrokken', answeredAt: 'beantwoord', reporterInformedAt: 'melder weet het',
  hiddenContacts: 'er is meer dan hier getoond wordt', participationLevel: 'trede', trend: 'hoe het gaat', deferred: 'uitgesteld', canonicalId: 'huishouden', collidesWith: 'botst met', dueBy: 'uiterlijk', cover: 'vervanging',
  lastPulseCheck: 'vinger aan de pols', version: 'versie', lastContactAt: 'laatste contact', closedAt: 'afgesloten', startedAt: 'begonnen', at: 'op',
};

const valueLabels: Readonly<Record<string, Labels>> = {
  role: roleLabels, level: levelLabels, domain: domainLabels, kind: { ...questionKindLabels, ...signalKindLabels, ...supporterKindLabels }, legalBasis: legalBasisLabels, sensitivity: sensitivityLabels, urgency: urgencyLabels, outcome: { ...signalOutcomeLabels, ...matchOutcomeLabels }, relation: relationLabels, certainty: certaintyLabels, endReason: endReasonLabels, result: ownStrengthResultLabels,
  trend: trendLabels, about: { ...informedAboutLabels, ...questionSubjectLabels }, scope: consentScopeLabels,
  state: { ...stateLabels, registered: { nl: 'geregistreerd' }, provisional: { nl: 'voorlopig' }, merged: { nl: 'samengevoegd' } },
};

const isInstant = /^\d{4}-\d{2}-\d{2}T/;
const isDate = /^\d{4}-\d{2}-\d{2}$/;

type Referred = { readonly from?: unknown; readonly to?: unknown; readonly state?: string };

/** Names after each other, or the way that a referral went. */
const listInDutch = (list: readonly unknown[]): string | null => {
  if (list.length === 0) return '–';
  if (list.every((one) => typeof one === 'string')) return list.join(', ');
  const steps = list.map((one) => one as Referred);
  return steps.every(({ from, to }) => typeof from === 'string' && typeof to === 'string') ? steps.map(({ from, to, state = '' }) => `${from} → ${to} (${label(stateLabels, state)})`).join(', ') : null;
};

/** A value as a person reads it; null where it says nothing on its own. */
export const valueInDutch = (field: string, value: unknown): string | null => {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return isInstant.test(value) ? moment(value) : isDate.test(value) ? day(value) : label(valueLabels[field] ?? {}, value);
  if (Array.isArray(value)) return listInDutch(value);
  const { name, at, trend, professional } = value as { name?: unknown; at?: unknown; trend?: unknown; professional?: { name?: unknown } };
  if (typeof at === 'string') return `${moment(at)}${typeof trend === 'string' ? `, ${label(trendLabels, trend)}` : ''}`;
  const person = name ?? professional?.name;
  return typeof person === 'string' ? person : null;
};

/** The fields of a row that a person is told, with their names. */
export const toldFields = (row: Readonly<Record<string, unknown>>): readonly (readonly [field: string, name: string])[] => Object.entries(fieldNames).filter(([field]) => field in row);
