import { codesOf, type Labels } from './label.ts';

/** Who someone is in a household. */
export const relationLabels = {
  head: { nl: 'hoofdbewoner', en: 'head of the household' },
  partner: { nl: 'partner', en: 'partner' },
  child: { nl: 'kind', en: 'child' },
  parent: { nl: 'ouder', en: 'parent' },
  other: { nl: 'overig', en: 'other' },
} as const satisfies Labels;
export type Relation = keyof typeof relationLabels;
export const relations = codesOf(relationLabels);

/** The roles that professionals have everywhere; a region may add its own. */
export const roleLabels = {
  'district-nurse': { nl: 'wijkverpleegkundige', en: 'district nurse' },
  'home-carer': { nl: 'thuiszorgmedewerker', en: 'home carer' },
  'social-worker': { nl: 'maatschappelijk werker', en: 'social worker' },
  'youth-consultant': { nl: 'jeugdconsulent', en: 'youth consultant' },
  'community-worker': { nl: 'buurtwerker', en: 'community worker' },
  'wmo-consultant': { nl: 'Wmo-consulent', en: 'social support consultant' },
  'benefits-officer': { nl: 'medewerker Sociale Zaken', en: 'benefits officer' },
  'client-supporter': { nl: 'cliëntondersteuner', en: 'client supporter' },
  'neighbourhood-supporter': { nl: 'wijkondersteuner', en: 'neighbourhood supporter' },
  'neighbourhood-connector': { nl: 'buurtverbinder', en: 'neighbourhood connector' },
  volunteer: { nl: 'vrijwilliger', en: 'volunteer' },
  gp: { nl: 'huisarts', en: 'general practitioner' },
  'youth-doctor': { nl: 'jeugdarts', en: 'youth doctor' },
  psychologist: { nl: 'psycholoog', en: 'psychologist' },
  educationalist: { nl: 'orthopedagoog', en: 'educationalist' },
  'debt-counsellor': { nl: 'schuldhulpverlener', en: 'debt counsellor' },
  'reintegration-consultant': { nl: 're-integratieconsulent', en: 'reintegration consultant' },
  'psychiatric-nurse': { nl: 'sociaalpsychiatrisch verpleegkundige', en: 'community psychiatric nurse' },
  'police-officer': { nl: 'wijkagent', en: 'community police officer' },
  'housing-consultant': { nl: 'woonconsulent', en: 'housing consultant' },
  'team-coordinator': { nl: 'teamcoördinator', en: 'team coordinator' },
  'project-leader': { nl: 'projectleider', en: 'project leader' },
  'key-figure': { nl: 'sleutelfiguur', en: 'key figure' },
  carer: { nl: 'mantelzorger', en: 'informal carer' },
} as const satisfies Labels;
export type Role = keyof typeof roleLabels;
export const roles = codesOf(roleLabels);

/** The people around a household who are not there for their work. */
export const supporterKindLabels = {
  family: { nl: 'familie', en: 'family' },
  neighbour: { nl: 'buur', en: 'neighbour' },
  friend: { nl: 'vriend of vriendin', en: 'friend' },
  carer: { nl: 'mantelzorger', en: 'informal carer' },
  volunteer: { nl: 'vrijwilliger', en: 'volunteer' },
  connector: { nl: 'buurtverbinder', en: 'neighbourhood connector' },
} as const satisfies Labels;
export type SupporterKind = keyof typeof supporterKindLabels;
export const supporterKinds = codesOf(supporterKindLabels);

/** How sure it is that someone belongs to the household: the gemeente knows, another partner has reason to think so. */
export const certaintyLabels = {
  registered: { nl: 'ingeschreven', en: 'registered' },
  possible: { nl: 'mogelijk', en: 'possible' },
} as const satisfies Labels;
export type Certainty = keyof typeof certaintyLabels;
export const certainties = codesOf(certaintyLabels);

/** Whether someone lives here first of all, or here too, as children of parents who live apart do. */
export const residenceLabels = {
  primary: { nl: 'hoofdverblijf', en: 'main residence' },
  also: { nl: 'ook hier', en: 'also here' },
} as const satisfies Labels;
export type Residence = keyof typeof residenceLabels;
export const residences = codesOf(residenceLabels);

export const addressKindLabels = {
  dwelling: { nl: 'woning', en: 'dwelling' },
  collective: { nl: 'instelling of gedeeld adres', en: 'collective address' },
} as const satisfies Labels;
export type AddressKind = keyof typeof addressKindLabels;
export const addressKinds = codesOf(addressKindLabels);

export const shieldingScopeLabels = {
  address: { nl: 'adres', en: 'address' },
  household: { nl: 'huishouden', en: 'household' },
} as const satisfies Labels;
export type ShieldingScope = keyof typeof shieldingScopeLabels;
export const shieldingScopes = codesOf(shieldingScopeLabels);
