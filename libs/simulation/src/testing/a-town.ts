import type { Town, TownPartner } from '../town/town.ts';

const partner = (code: string, kind: string, number: number, more: Partial<TownPartner> = {}): TownPartner => ({
  code, kind, sources: [`urn:nld:kvknr:9000000${number}:systeem:spec`], mandates: [], sensitivity: 'normal', ...more,
});

/** Two neighbourhoods, five partners and one team. */
export const aTown: Town = {
  region: 'town',
  areas: [{ code: 'north', population: 3_000, municipality: 'gemeente-town' }, { code: 'south', population: 1_000, municipality: 'gemeente-town' }],
  partners: [
    partner('gemeente-town', 'municipality', 1, { mandates: ['contact-person'] }), partner('carers', 'home-care', 2), partner('helpers', 'welfare', 3, { mandates: ['contact-person'] }),
    partner('landlord', 'housing', 4), partner('police', 'police', 5, { sensitivity: 'brokered' }),
  ],
  teams: [{
    code: 'team-north', level: 'basic-team', areas: ['north'],
    members: [{ id: 'c-1', organisation: 'carers', discipline: 'district-nurse' }, { id: 'h-1', organisation: 'helpers', discipline: 'social-worker' }, { id: 'v-1', organisation: 'helpers', discipline: 'volunteer' }],
  }],
};
