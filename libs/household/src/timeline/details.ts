import {
  channelLabels,
  consentScopeLabels,
  domainLabels,
  endReasonLabels,
  informedAboutLabels,
  initiatorLabels,
  levelLabels,
  matchOutcomeLabels,
  ownStrengthResultLabels,
  questionKindLabels,
  rejectionReasonLabels,
  roleLabels,
  shieldingScopeLabels,
  signalKindLabels,
  signalOutcomeLabels,
  stepAreaLabels,
  supporterKindLabels,
  trendLabels,
  urgencyLabels,
  type Label,
  type Labels,
} from '@kring/contracts/codes';
import type { CircleEventType, OpenData } from '../event-data.ts';
import { dateOfDay, dayOf, type Instant } from '../time/amsterdam.ts';
import type { RegionRules } from '../rules/region-rules.ts';
import { nameOf } from '../rules/region-rules.ts';

/** What a sentence adds to the title of an event: codes in words, days, names of organisations. Nothing that is personal. */
export type Detail = Label | null;
type Details = { readonly [Type in CircleEventType]?: (data: OpenData[Type], rules: RegionRules) => readonly Detail[] };

const said = (labels: Labels, code: string | undefined): Detail => (code === undefined ? null : (labels[code] ?? { nl: code, en: code }));
const organisation = (rules: RegionRules, code: string): Detail => ({ nl: `naar ${nameOf(rules, code)}`, en: `to ${nameOf(rules, code)}` });

const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });
const slot = ({ startsAt }: { readonly startsAt: string }): Detail => {
  const starts: Instant = Date.parse(startsAt);
  return { nl: `${dateOfDay(dayOf(starts))} om ${clock.format(starts)}`, en: `${dateOfDay(dayOf(starts))} at ${clock.format(starts)}` };
};
const until = (date: string): Detail => ({ nl: `tot en met ${date}`, en: `until ${date}` });

export const details: Details = {
  'nl.kring.households.shielded.v1': ({ scope }) => [said(shieldingScopeLabels, scope)],
  'nl.kring.households.unshielded.v1': ({ scope }) => [said(shieldingScopeLabels, scope)],
  'nl.kring.involvements.started.v1': ({ professional, domain, level }) => [said(roleLabels, professional.role), said(domainLabels, domain), said(levelLabels, level)],
  'nl.kring.involvements.changed.v1': ({ professional, domain, level }) => [said(roleLabels, professional?.role), said(domainLabels, domain), said(levelLabels, level)],
  'nl.kring.involvements.ended.v1': ({ reason }) => [said(endReasonLabels, reason)],
  'nl.kring.supporters.added.v1': ({ kind }) => [said(supporterKindLabels, kind)],
  'nl.kring.contact-persons.assigned.v1': ({ professional }) => [said(roleLabels, professional.role)],
  'nl.kring.contact-persons.handed-over.v1': ({ to, toOrganisation }, rules) => [said(roleLabels, to.role), toOrganisation === undefined ? null : organisation(rules, toOrganisation)],
  'nl.kring.contact-persons.cover-arranged.v1': (data) => [until(data.until)],
  'nl.kring.pulse-checks.recorded.v1': ({ channel, trend }) => [said(channelLabels, channel), said(trendLabels, trend)],
  'nl.kring.questions.received.v1': ({ kind, initiatedBy }) => [said(questionKindLabels, kind), said(initiatorLabels, initiatedBy)],
  'nl.kring.own-strength.explored.v1': ({ result }) => [said(ownStrengthResultLabels, result)],
  'nl.kring.residents.informed.v1': ({ about }) => [said(informedAboutLabels, about)],
  'nl.kring.consents.given.v1': ({ scope, expiresOn }) => [said(consentScopeLabels, scope), expiresOn === undefined ? null : until(expiresOn)],
  'nl.kring.consents.withdrawn.v1': ({ scope }) => [said(consentScopeLabels, scope)],
  'nl.kring.objections.raised.v1': ({ scope }) => [said(consentScopeLabels, scope)],
  'nl.kring.signals.raised.v1': ({ kind, urgency }) => [said(signalKindLabels, kind), said(urgencyLabels, urgency)],
  'nl.kring.signals.forwarded.v1': ({ to }, rules) => [organisation(rules, to)],
  'nl.kring.signals.answered.v1': ({ outcome }) => [said(signalOutcomeLabels, outcome)],
  'nl.kring.matches.closed.v1': ({ outcome }) => [said(matchOutcomeLabels, outcome)],
  'nl.kring.referrals.requested.v1': ({ to, level }, rules) => [organisation(rules, to), said(levelLabels, level)],
  'nl.kring.referrals.rejected.v1': ({ reason }) => [said(rejectionReasonLabels, reason)],
  'nl.kring.takeovers.requested.v1': ({ to }, rules) => [organisation(rules, to)],
  'nl.kring.visits.planned.v1': (data) => [slot(data)],
  'nl.kring.visits.rescheduled.v1': (data) => [slot(data)],
  'nl.kring.visits.joint-agreed.v1': (data) => [slot(data)],
  'nl.kring.participation.step-taken.v1': ({ area }) => [said(stepAreaLabels, area)],
  'nl.kring.participation.assessed.v1': ({ level }) => [{ nl: `trede ${level}`, en: `rung ${level}` }],
  'nl.kring.aftercare.started.v1': (data) => [until(data.until)],
  'nl.kring.aftercare.contacted.v1': ({ trend }) => [said(trendLabels, trend)],
  'nl.kring.partners.updated.v1': ({ trend }) => [said(trendLabels, trend)],
};
