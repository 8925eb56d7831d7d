import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { JsonObject, NewEvent } from '@kring/event-store';
import { writeFile } from 'node:fs/promises';

type Told = { readonly partner: string; readonly householdId?: string; readonly type: string; readonly at: string; readonly data: JsonObject };

const involved = (partner: string, at: string, more: JsonObject = {}): Told => ({
  partner, at, type: 'involvements.started', data: { involvementId: `i-${partner}`, professional: { id: `w-${partner}`, role: 'social-worker' }, level: 'basic-team', domain: 'welfare', ...more },
});
const referred = (partner: string, at: string, referralId: string, to: string): Told => ({
  partner, at, type: 'referrals.requested', data: { referralId, chainId: 'c-1', to, discipline: 'psychologist', level: 'basic-team' },
});

/** A household in De Lariks that is passed on three times, and one beside it where nothing happens. */
const told: readonly Told[] = [
  { partner: 'gemeente-assen', at: '2026-01-05', type: 'households.registered', data: { members: [{ personId: 'p_1', relation: 'head' }], area: 'de-lariks', addressKind: 'dwelling' } },
  { partner: 'gemeente-assen', householdId: 'h-000000002', at: '2026-01-05', type: 'households.registered', data: { members: [{ personId: 'p_2', relation: 'head' }], area: 'de-lariks', addressKind: 'dwelling' } },
  { partner: 'noordermaat', at: '2026-01-10', type: 'own-strength.explored', data: { together: true, networkInvolved: false, result: 'support-needed' } },
  involved('noordermaat', '2026-02-02'),
  { partner: 'noordermaat', at: '2026-02-03', type: 'residents.informed', data: { about: 'involvement' } },
  involved('mee-drenthe', '2026-02-05', { sensitivity: 'hidden' }),
  { partner: 'mee-drenthe', at: '2026-02-06', type: 'involvements.ended', data: { involvementId: 'i-mee-drenthe', reason: 'completed' } },
  referred('noordermaat', '2026-03-02', 'r-1', 'mee-drenthe'),
  referred('mee-drenthe', '2026-03-16', 'r-2', 'huisarts-de-lariks'),
  referred('huisarts-de-lariks', '2026-04-01', 'r-3', 'gemeente-assen'),
];

export const householdId = 'h-000000001';

const stored = ({ partner, householdId: id = householdId, type, at, data }: Told, number: number): NewEvent => {
  const occurredAt = `${at}T12:00:00.000Z`;
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    type: `nl.kring.${type}.v1`,
    data: { household: { householdId: id }, occurredAt, legalBasis: 'wmo', purpose: 'involvement', ...data },
    metadata: { id: `e-${number}`, source: `urn:${partner}`, time: occurredAt, occurredAt, partner, subject: id, personal: type === 'involvements.started' ? ['/professional/name'] : [], box: 'sealed' },
  };
};

/** Stores as a hub that was stopped leaves them in its folder. */
export const storedHousehold = async (folder: string): Promise<void> => {
  const [{ openEmbeddedEventStore }, { openEmbeddedKeyStore }] = await Promise.all([import('@kring/event-store-embedded'), import('@kring/key-store-embedded')]);
  let now = new Date(0);
  const events = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => now });
  for (const [index, one] of told.entries()) {
    now = new Date(`${one.at}T12:00:00.000Z`);
    await events.append(`${one.partner}-${one.householdId ?? householdId}`, [stored(one, index + 1)], 'any');
  }
  await events.close();
  const masterKey = randomBytes(32);
  await writeFile(join(folder, 'master.key'), masterKey, { mode: 0o600 });
  await (await openEmbeddedKeyStore({ file: join(folder, 'keys.db'), masterKey })).close();
};
