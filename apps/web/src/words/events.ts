import { readable } from './codes.ts';

const said: Readonly<Record<string, string>> = {
  'households.registered': 'Huishouden ingeschreven', 'households.member-joined': 'Iemand erbij in het huishouden', 'households.member-left': 'Iemand uit het huishouden',
  'households.moved': 'Huishouden verhuisd', 'households.merged': 'Huishoudens samengevoegd', 'households.split': 'Huishouden gesplitst',
  'households.shielded': 'Afgeschermd', 'households.unshielded': 'Niet meer afgeschermd',
  'involvements.started': 'Betrokken geraakt', 'involvements.changed': 'Betrokkenheid gewijzigd', 'involvements.ended': 'Niet meer betrokken',
  'involvements.confirmed': 'Betrokkenheid bevestigd', 'involvements.contested': 'Betrokkenheid betwist',
  'supporters.added': 'Iemand uit het eigen netwerk erbij', 'supporters.removed': 'Iemand uit het eigen netwerk gestopt',
  'contact-persons.proposed': 'Aanspreekpunt voorgesteld', 'contact-persons.assigned': 'Aanspreekpunt afgesproken', 'contact-persons.handed-over': 'Aanspreekpunt overgedragen',
  'contact-persons.released': 'Aanspreekpunt gestopt', 'contact-persons.cover-arranged': 'Vervanging van het aanspreekpunt geregeld', 'pulse-checks.recorded': 'Vinger aan de pols gehouden',
  'questions.received': 'Vraag ontvangen', 'own-strength.explored': 'Eigen kracht verkend', 'residents.informed': 'Bewoner geïnformeerd',
  'consents.given': 'Toestemming gegeven', 'consents.withdrawn': 'Toestemming ingetrokken', 'objections.raised': 'Bezwaar gemaakt', 'objections.decided': 'Besluit over een bezwaar',
  'signals.raised': 'Signaal afgegeven', 'signals.forwarded': 'Signaal doorgezet', 'signals.answered': 'Signaal beantwoord', 'signals.reporter-informed': 'Melder op de hoogte gebracht',
  'matches.detected': 'Gezien dat meer organisaties betrokken zijn', 'matches.acknowledged': 'Bevestigd dat de ander betrokken is', 'matches.coordination-agreed': 'Afgesproken wie afstemt', 'matches.closed': 'Afstemming afgesloten',
  'referrals.requested': 'Verwijzing gevraagd', 'referrals.accepted': 'Verwijzing aangenomen', 'referrals.rejected': 'Verwijzing niet aangenomen', 'referrals.started': 'Hulp na verwijzing gestart',
  'referrals.completed': 'Verwijzing afgerond', 'referrals.cancelled': 'Verwijzing ingetrokken', 'advice.requested': 'Advies gevraagd', 'advice.given': 'Advies gegeven',
  'takeovers.requested': 'Overname gevraagd', 'takeovers.accepted': 'Overname aangenomen', 'takeovers.refused': 'Overname niet aangenomen',
  'visits.planned': 'Bezoek gepland', 'visits.rescheduled': 'Bezoek verzet', 'visits.cancelled': 'Bezoek afgezegd', 'visits.completed': 'Bezoek geweest', 'visits.joint-agreed': 'Gezamenlijk bezoek afgesproken',
  'plans.agreed': 'Plan afgesproken', 'participation.step-taken': 'Stap gezet', 'participation.assessed': 'Meedoen beoordeeld',
  'aftercare.started': 'Nazorg gestart', 'aftercare.contacted': 'Contact voor nazorg', 'aftercare.closed': 'Nazorg afgesloten', 'partners.updated': 'Betrokkenen bijgepraat',
  'alerts.raised': 'Aandachtspunt ontstaan', 'alerts.cleared': 'Aandachtspunt opgelost', 'alerts.deadline-passed': 'Termijn verstreken',
};

/** `nl.kring.visits.planned.v1` in words; a version says nothing to a reader. */
export const eventWord = (type: string): string => {
  const name = type.replace(/^nl\.kring\./, '').replace(/\.v\d+$/, '');
  return said[name] ?? readable(name.replaceAll('.', ' '));
};
