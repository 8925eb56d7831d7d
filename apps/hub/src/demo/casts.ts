import type { Domain, Level, Professional } from '@kring/contracts';
import type { Actor, Cast } from '@kring/simulation';

/** A neighbourhood of the demonstration, and who plays in it. */
export type PlacedCast = Cast & { readonly region: string; readonly area: string };

const actor = (partner: string, level: Level, domain: Domain, professional: Professional): Actor => ({ partner, level, domain, professional });

const nanda = actor('noordermaat', 'basic-team', 'welfare', { id: 'nm-1', name: 'Nanda Wiersma', role: 'social-worker', team: 'buurtteam-de-lariks', phone: '0592 000 101', email: 'nanda@noordermaat.example' });
const joost = actor('noordermaat', 'neighbourhood', 'welfare', { id: 'nm-2', name: 'Joost Kamps', role: 'community-worker', team: 'buurtteam-de-lariks', phone: '0592 000 102' });

export const deLariks: PlacedCast = {
  region: 'assen',
  area: 'de-lariks',
  municipality: actor('gemeente-assen', 'district-team', 'income', { id: 'ga-1', name: 'Hilde Meursing', role: 'wmo-consultant', phone: '0592 000 100' }),
  first: nanda,
  second: actor('mee-drenthe', 'basic-team', 'disability', { id: 'mee-1', name: 'Tamara Dijk', role: 'client-supporter', team: 'buurtteam-de-lariks', phone: '0592 000 201', email: 'tamara@mee-drenthe.example' }),
  third: actor('huisarts-de-lariks', 'basic-team', 'health', { id: 'hl-1', name: 'Frank Alting', role: 'gp', phone: '0592 000 301' }),
  face: nanda,
  colleague: joost,
  volunteer: actor('noordermaat', 'neighbourhood', 'welfare', { id: 'nm-v1', name: 'Bea Drent', role: 'volunteer', team: 'buurtteam-de-lariks' }),
};

const saskia = actor('ons-stede-broec', 'neighbourhood', 'welfare', { id: 'osb-1', name: 'Saskia Groot', role: 'neighbourhood-supporter', team: 'zorgzame-buurt-princenhof', phone: '0228 000 101', email: 'saskia@ons-stede-broec.example' });

export const princenhof: PlacedCast = {
  region: 'stede-broec',
  area: 'princenhof',
  municipality: actor('gemeente-stede-broec', 'district-team', 'income', { id: 'gsb-1', name: 'Wouter Appelman', role: 'wmo-consultant', phone: '0228 000 100' }),
  first: actor('omring', 'basic-team', 'care', { id: 'omr-1', name: 'Ilse Ruiter', role: 'district-nurse', team: 'zorgzame-buurt-princenhof', phone: '0228 000 201', email: 'ilse@omring.example' }),
  second: saskia,
  third: actor('de-woonschakel', 'neighbourhood', 'housing', { id: 'dws-1', name: 'Peter Commandeur', role: 'housing-consultant', team: 'zorgzame-buurt-princenhof', phone: '0228 000 301' }),
  face: saskia,
  colleague: actor('ons-stede-broec', 'neighbourhood', 'welfare', { id: 'osb-2', name: 'Mieke Brandsma', role: 'neighbourhood-supporter', phone: '0228 000 102' }),
  volunteer: actor('ons-stede-broec', 'neighbourhood', 'welfare', { id: 'osb-c1', name: 'Afra Zwaan', role: 'neighbourhood-connector', team: 'zorgzame-buurt-princenhof' }),
};
