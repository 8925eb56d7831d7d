/** What kind of organisation a partner is. `housing` reads as a corporation, `municipality` as the registering gemeente. */
export const partnerKinds = [
  'municipality', 'welfare', 'client-support', 'gp', 'team', 'social-services', 'community-centre', 'first-line', 'home-care', 'housing',
  'mental-health', 'youth', 'police', 'debt-support', 'volunteers',
] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** What a partner may decide besides its own involvement. */
export const mandates = ['contact-person', 'takeover', 'tailored-support'] as const;
export type Mandate = (typeof mandates)[number];

/** The five services for partners that have no system of their own. */
export const services = ['gemeente', 'noordermaat', 'mee', 'omring', 'woningcorporatie'] as const;
export type Service = (typeof services)[number];

export const areaKinds = ['city-district', 'district', 'neighbourhood'] as const;
export type AreaKind = (typeof areaKinds)[number];

export const teamKinds = ['neighbourhood-support', 'neighbourhood-team', 'basic-team', 'district-team', 'social-team'] as const;
export type TeamKind = (typeof teamKinds)[number];

export const programmeKinds = ['experiment', 'project', 'programme'] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

/** What a caller may do in the hub, whatever the trade. A trade is a role code of the event catalogue. */
export const functionalRoles = ['caseworker', 'coordinator', 'auditor', 'privacy-officer', 'operator', 'resident'] as const;
export type FunctionalRole = (typeof functionalRoles)[number];
