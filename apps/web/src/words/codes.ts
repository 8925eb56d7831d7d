import {
  aimLabels, channelLabels, consentScopeLabels, domainLabels, endReasonLabels, informedAboutLabels, levelLabels, levels, matchOutcomeLabels, purposeLabels,
  questionKindLabels, relationLabels, roleLabels, signalKindLabels, signalOutcomeLabels, stepAreaLabels, supporterKindLabels, type Labels, type Level,
} from '@kring/contracts/codes';

export { levels, type Level };
export const isLevel = (code: string): code is Level => (levels as readonly string[]).includes(code);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A code the page has no word for, such as one a region added, is shown as readable text rather than left out. */
export const readable = (code: string): string => code.replaceAll(/[-_.]/g, ' ');

const inWords = (words: Readonly<Record<string, string | undefined>>) => (code: string): string => words[code] ?? readable(code);
const labelled = (labels: Labels) => inWords(Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, label.nl])));
const titled = (labels: Labels) => (code: string): string => capital(labelled(labels)(code));

export const levelWord = titled(levelLabels);
export const roleWord = titled(roleLabels);
export const isRole = (code: string): boolean => Object.hasOwn(roleLabels, code);
export const domainWord = titled(domainLabels);
export const supporterWord = titled(supporterKindLabels);
export const relationWord = titled(relationLabels);
export const signalWord = titled(signalKindLabels);
export const questionWord = titled(questionKindLabels);
export const stepAreaWord = titled(stepAreaLabels);
export const purposeWord = titled(purposeLabels);

export const signalOutcomeWord = labelled(signalOutcomeLabels);
export const matchOutcomeWord = labelled(matchOutcomeLabels);
export const channelWord = labelled(channelLabels);
export const aimWord = labelled(aimLabels);
export const consentWord = labelled(consentScopeLabels);
export const informedWord = labelled(informedAboutLabels);
export const endReasonWord = labelled(endReasonLabels);

/** The published language has no words for states, which the hub works out; and these read as part of a sentence. */
export const signalStateWord = inWords({ open: 'Wacht op antwoord', forwarded: 'Doorgezet', answered: 'Beantwoord' });
export const aboutWord = inWords({ self: 'over zichzelf', family: 'over het gezin', neighbour: 'over een buur', neighbourhood: 'over de buurt' });
export const initiatorWord = inWords({ resident: 'de bewoner', neighbour: 'een buur', gp: 'de huisarts', partner: 'een organisatie', team: 'het team' });
export const referralStateWord = inWords({
  requested: 'gevraagd', accepted: 'aangenomen', rejected: 'niet aangenomen', started: 'gestart', completed: 'afgerond', cancelled: 'ingetrokken',
});
export const matchStateWord = inWords({
  detected: 'Nog niet door iedereen bevestigd', acknowledged: 'Bevestigd, nog geen afspraak', agreed: 'Afgestemd', closed: 'Afgesloten',
});
export const trendWord = inWords({ improving: 'het gaat beter', stable: 'het gaat hetzelfde', worsening: 'het gaat minder goed' });
export const strengthWord = inWords({ self: 'het huishouden kan het zelf', network: 'het eigen netwerk helpt', 'support-needed': 'er is ondersteuning nodig' });
export const householdStateWord = inWords({
  registered: 'Ingeschreven huishouden', provisional: 'Voorlopig: nog niet door de gemeente bevestigd', merged: 'Samengevoegd huishouden',
});
