const instant = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', year: 'numeric' });

export const moment = (time: string | null): string => (time ? instant.format(new Date(time)) : '');
export const day = (time: string | null): string => (time ? date.format(new Date(time)) : '');

/** The Dutch word for a code; a code that a region added is shown as it is. */
export const word = (code: string | null): string => (code === null ? '' : (words[code] ?? code));

const words: Readonly<Record<string, string>> = {
  'district-nurse': 'wijkverpleegkundige', 'home-carer': 'thuiszorgmedewerker', 'social-worker': 'maatschappelijk werker', 'youth-consultant': 'jeugdconsulent',
  'community-worker': 'buurtwerker', 'wmo-consultant': 'Wmo-consulent', 'benefits-officer': 'medewerker Sociale Zaken', 'client-supporter': 'cliëntondersteuner',
  'neighbourhood-supporter': 'wijkondersteuner', 'neighbourhood-connector': 'buurtverbinder', volunteer: 'vrijwilliger', gp: 'huisarts', 'youth-doctor': 'jeugdarts',
  psychologist: 'psycholoog', educationalist: 'orthopedagoog', 'debt-counsellor': 'schuldhulpverlener', 'reintegration-consultant': 're-integratieconsulent',
  'psychiatric-nurse': 'sociaalpsychiatrisch verpleegkundige', 'police-officer': 'wijkagent', 'housing-consultant': 'woonconsulent', 'team-coordinator': 'teamcoördinator',
  'project-leader': 'projectleider', 'key-figure': 'sleutelfiguur', carer: 'mantelzorger',
  head: 'hoofd', partner: 'partner', child: 'kind', parent: 'ouder', other: 'anders', registered: 'ingeschreven', possible: 'mogelijk',
  'own-network': 'eigen netwerk', neighbourhood: 'buurt', 'basic-team': 'basisteam', 'district-team': 'wijkteam', specialist: 'specialist',
  care: 'zorg', health: 'gezondheid', 'mental-health': 'psychische gezondheid', welfare: 'welzijn', income: 'inkomen', debt: 'schulden', housing: 'wonen', youth: 'jeugd', work: 'werk',
  safety: 'veiligheid', disability: 'beperking',
  active: 'betrokken', ended: 'beëindigd', contested: 'betwist', stale: 'lang niets gehoord', improving: 'gaat beter', stable: 'stabiel', worsening: 'gaat slechter',
  family: 'familie', neighbour: 'buur', friend: 'vriend', connector: 'buurtverbinder',
  planned: 'gepland', joint: 'gezamenlijk', cancelled: 'vervallen', completed: 'afgerond', open: 'open', forwarded: 'doorgezet', answered: 'beantwoord',
  loneliness: 'eenzaamheid', 'overload-carer': 'overbelaste mantelzorger', 'care-avoidance': 'zorgmijding', 'rent-arrears': 'huurachterstand', nuisance: 'overlast', neglect: 'verwaarlozing',
  dementia: 'dementie', 'domestic-tension': 'spanningen thuis', 'youth-concern': 'zorg om een kind',
  question: 'vraag', problem: 'probleem', idea: 'idee', concern: 'zorg', initiative: 'initiatief', self: 'zichzelf', resident: 'bewoner', team: 'team',
  requested: 'gevraagd', accepted: 'aangenomen', rejected: 'afgewezen', started: 'begonnen', detected: 'ontdekt', acknowledged: 'gezien', agreed: 'afgesproken', closed: 'gesloten',
};
