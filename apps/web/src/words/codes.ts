/** A code the page has no word for yet, such as one a region added, is shown as readable text rather than left out. */
const wordsFor = (words: Readonly<Record<string, string>>) => (code: string): string => words[code] ?? readable(code);

export const readable = (code: string): string => {
  const text = code.replaceAll(/[-_]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const levels = ['own-network', 'neighbourhood', 'basic-team', 'district-team', 'specialist'] as const;
export type Level = (typeof levels)[number];
export const isLevel = (code: string): code is Level => (levels as readonly string[]).includes(code);

export const levelWord = wordsFor({
  'own-network': 'Eigen netwerk', neighbourhood: 'Buurt', 'basic-team': 'Basisteam', 'district-team': 'Wijkteam', specialist: 'Specialist',
});

export const roleWord = wordsFor({
  'district-nurse': 'Wijkverpleegkundige', 'home-carer': 'Thuiszorgmedewerker', 'social-worker': 'Maatschappelijk werker', 'youth-consultant': 'Jeugdconsulent',
  'community-worker': 'Buurtwerker', 'wmo-consultant': 'Wmo-consulent', 'benefits-officer': 'Medewerker Sociale Zaken', 'client-supporter': 'Cliëntondersteuner',
  'neighbourhood-supporter': 'Wijkondersteuner', 'neighbourhood-connector': 'Buurtverbinder', volunteer: 'Vrijwilliger', gp: 'Huisarts', 'youth-doctor': 'Jeugdarts',
  psychologist: 'Psycholoog', educationalist: 'Orthopedagoog', 'debt-counsellor': 'Schuldhulpverlener', 'reintegration-consultant': 'Re-integratieconsulent',
  'psychiatric-nurse': 'Sociaalpsychiatrisch verpleegkundige', 'police-officer': 'Wijkagent', 'housing-consultant': 'Woonconsulent',
  'team-coordinator': 'Teamcoördinator', 'project-leader': 'Projectleider', 'key-figure': 'Sleutelfiguur', carer: 'Mantelzorger',
});

export const domainWord = wordsFor({
  care: 'Zorg', health: 'Gezondheid', 'mental-health': 'Psychische gezondheid', welfare: 'Welzijn', income: 'Inkomen', debt: 'Schulden',
  housing: 'Wonen', youth: 'Jeugd', work: 'Werk', safety: 'Veiligheid', disability: 'Beperking',
});

export const supporterWord = wordsFor({
  family: 'Familie', neighbour: 'Buur', friend: 'Vriend', carer: 'Mantelzorger', volunteer: 'Vrijwilliger', connector: 'Buurtverbinder',
});

export const relationWord = wordsFor({ head: 'Bewoner', partner: 'Partner', child: 'Kind', parent: 'Ouder', other: 'Huisgenoot' });

export const signalWord = wordsFor({
  loneliness: 'Eenzaamheid', 'overload-carer': 'Mantelzorger overbelast', 'care-avoidance': 'Zorg mijden', debt: 'Schulden', 'rent-arrears': 'Huurachterstand',
  nuisance: 'Overlast', neglect: 'Verwaarlozing', dementia: 'Mogelijk dementie', 'domestic-tension': 'Spanning thuis', safety: 'Veiligheid', 'youth-concern': 'Zorg om een kind', other: 'Anders',
});

export const urgencyWord = wordsFor({ low: 'kan wachten', normal: 'gewoon', urgent: 'dringend' });
export const signalStateWord = wordsFor({ open: 'Wacht op antwoord', forwarded: 'Doorgezet', answered: 'Beantwoord' });
export const signalOutcomeWord = wordsFor({ 'taken-up': 'opgepakt', 'already-known': 'was al bekend', 'no-action': 'geen actie nodig', referred: 'verwezen' });

export const questionWord = wordsFor({ question: 'Vraag', problem: 'Probleem', idea: 'Idee', concern: 'Zorg', initiative: 'Initiatief' });
export const aboutWord = wordsFor({ self: 'over zichzelf', family: 'over het gezin', neighbour: 'over een buur', neighbourhood: 'over de buurt' });
export const initiatorWord = wordsFor({ resident: 'de bewoner', neighbour: 'een buur', gp: 'de huisarts', partner: 'een organisatie', team: 'het team' });

export const referralStateWord = wordsFor({
  requested: 'Gevraagd', accepted: 'Aangenomen', rejected: 'Niet aangenomen', started: 'Gestart', completed: 'Afgerond', cancelled: 'Ingetrokken',
});

export const matchStateWord = wordsFor({
  detected: 'Nog niet door iedereen gezien', acknowledged: 'Gezien, nog geen afspraak', agreed: 'Afgestemd', closed: 'Afgesloten',
});
export const matchOutcomeWord = wordsFor({
  'one-plan': 'één plan', 'one-visit-rhythm': 'één ritme van bezoeken', 'handed-over': 'overgedragen', 'no-overlap': 'geen overlap',
});

export const visitStateWord = wordsFor({ planned: 'Gepland', joint: 'Samen', cancelled: 'Afgezegd', completed: 'Geweest' });
export const trendWord = wordsFor({ improving: 'het gaat beter', stable: 'het gaat hetzelfde', worsening: 'het gaat minder goed' });
export const channelWord = wordsFor({ visit: 'bezoek', phone: 'telefoon', message: 'bericht', meeting: 'overleg' });
export const aimWord = wordsFor({ improve: 'verbeteren', 'keep-stable': 'stabiel houden' });
export const participationWord = wordsFor({ learn: 'Leren', work: 'Werken', participate: 'Meedoen' });
export const strengthWord = wordsFor({ self: 'het huishouden kan het zelf', network: 'het eigen netwerk helpt', 'support-needed': 'er is ondersteuning nodig' });
export const consentWord = wordsFor({ 'share-involvement': 'delen wie er betrokken zijn', 'share-visits': 'delen van bezoeken', takeover: 'overnemen van de hulp' });
export const informedWord = wordsFor({ involvement: 'de betrokkenheid', signal: 'een signaal', match: 'de afstemming', referral: 'een verwijzing' });
export const endReasonWord = wordsFor({
  completed: 'afgerond', referred: 'verwezen', declined: 'bewoner zag ervan af', moved: 'verhuisd', deceased: 'overleden', other: 'andere reden',
});
export const residentStateWord = wordsFor({ registered: 'Ingeschreven huishouden', provisional: 'Voorlopig huishouden, nog niet door de gemeente bevestigd', merged: 'Samengevoegd huishouden' });

export const purposeWord = wordsFor({
  coordination: 'Afstemmen', involvement: 'Nagaan wie betrokken is', signalling: 'Signaal opvolgen', referral: 'Verwijzen', aftercare: 'Nazorg', monitoring: 'Volgen hoe het gaat',
});
