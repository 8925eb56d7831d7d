import type { Domain, Level, Role } from '@kring/contracts';

/** What someone in a role comes for, and how heavy that help is. */
export type Work = { readonly domain: Domain; readonly level: Level };

/** Those who coordinate or lead come to no household. */
export const workOf: Readonly<Partial<Record<Role, Work>>> = {
  'district-nurse': { domain: 'care', level: 'basic-team' },
  'home-carer': { domain: 'care', level: 'basic-team' },
  'social-worker': { domain: 'welfare', level: 'basic-team' },
  'youth-consultant': { domain: 'youth', level: 'basic-team' },
  'community-worker': { domain: 'welfare', level: 'neighbourhood' },
  'wmo-consultant': { domain: 'disability', level: 'basic-team' },
  'benefits-officer': { domain: 'income', level: 'basic-team' },
  'client-supporter': { domain: 'disability', level: 'basic-team' },
  'neighbourhood-supporter': { domain: 'welfare', level: 'neighbourhood' },
  gp: { domain: 'health', level: 'basic-team' },
  'youth-doctor': { domain: 'health', level: 'specialist' },
  psychologist: { domain: 'mental-health', level: 'specialist' },
  educationalist: { domain: 'youth', level: 'specialist' },
  'debt-counsellor': { domain: 'debt', level: 'district-team' },
  'reintegration-consultant': { domain: 'work', level: 'district-team' },
  'psychiatric-nurse': { domain: 'mental-health', level: 'specialist' },
  'police-officer': { domain: 'safety', level: 'district-team' },
  'housing-consultant': { domain: 'housing', level: 'neighbourhood' },
};

/** Those who are there for the neighbourhood and not for their work. */
export const informalWork: Work = { domain: 'welfare', level: 'neighbourhood' };
export const isInformal = (role: string): boolean => role === 'volunteer' || role === 'neighbourhood-connector' || role === 'key-figure';

/** Who comes from a partner of this kind where no team names anyone. */
export const roleOfKind: Readonly<Record<string, Role>> = {
  municipality: 'wmo-consultant', welfare: 'social-worker', 'client-support': 'client-supporter', gp: 'gp', team: 'social-worker', 'social-services': 'benefits-officer', 'community-centre': 'volunteer',
  'first-line': 'neighbourhood-supporter', 'home-care': 'district-nurse', housing: 'housing-consultant', 'mental-health': 'psychiatric-nurse', youth: 'youth-consultant', police: 'police-officer',
  'debt-support': 'debt-counsellor', volunteers: 'volunteer',
};
