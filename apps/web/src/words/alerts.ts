/** What an alert is called. Its own message, which comes with it, says what is the matter and who does what. */
const titles: Readonly<Record<string, string | undefined>> = {
  A01: 'Geen aanspreekpunt',
  A02: 'Twee aanspreekpunten',
  A03: 'Afstemming blijft liggen',
  A04: 'Signaal wacht te lang op antwoord',
  A05: 'Te vaak doorverwezen',
  A06: 'Verwijzing ligt stil',
  A07: 'Bezoeken botsen',
  A08: 'Tijd voor een vinger aan de pols',
  A09: 'Nazorg is nodig',
  A10: 'Lang niets gehoord',
  A11: 'Bewoner weet dit nog niet',
  A12: 'Toestemming is geëindigd',
  A13: 'Aanspreekpunt is vertrokken',
  A14: 'Eigen kracht nog niet verkend',
  A15: 'Berichten ontbreken',
  A16: 'Bericht niet bezorgd',
  A17: 'Ongewone inzage',
  A18: 'Melder nog niet op de hoogte',
  A19: 'Team is niet compleet',
  A20: 'Tijd voor een buurtgesprek',
  A21: 'Niemand in beeld',
  A22: 'Anderen zijn niet bijgepraat',
  A23: 'Afgeschermd adres genoemd',
  A24: 'Bezwaar wacht op een besluit',
};

export const alertTitle = (code: string): string => titles[code] ?? `Aandachtspunt ${code}`;

/** The rule gives its threshold in English; the words in it are few. */
const thresholdWords: Readonly<Record<string, string | undefined>> = {
  'organisations a day': 'organisaties op een dag', 'contact person': 'aanspreekpunt', 'working days': 'werkdagen', 'working day': 'werkdag', organisations: 'organisaties',
  minutes: 'minuten', months: 'maanden', month: 'maand', steps: 'stappen', days: 'dagen', day: 'dag', normal: 'gewoon', low: 'laag', urgent: 'dringend',
};
const thresholdPattern = new RegExp(`\\b(?:${Object.keys(thresholdWords).join('|')})\\b`, 'g');

export const thresholdText = (threshold: string): string => threshold.replaceAll(thresholdPattern, (words) => thresholdWords[words] ?? words);
