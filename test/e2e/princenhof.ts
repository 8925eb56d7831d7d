import { bsn } from '../support/bsn.ts';
import { ago, ahead, event, type CloudEvent } from '../support/events.ts';
import type { RunningHub } from '../support/hub.ts';

/** Who lives there and where, as typed by someone who searches. */
export const residents = { name: 'Neeltje Zeilmaker', surname: 'Zeilmaker', birthDate: '1943-05-14', bsn: bsn(411), postcode: '1611XZ', houseNumber: 77 };

const household = { address: { postcode: residents.postcode, houseNumber: residents.houseNumber } };
const wmo = { legalBasis: 'wmo', purpose: 'coordination' };
const nurse = { id: 'o-1', name: 'Fatima el Amrani', role: 'district-nurse', phone: '0228 551 200' };
const consultant = { id: 'w-1', name: 'Joost Kramer', role: 'housing-consultant', phone: '0228 556 677' };
const supporter = { id: 'osb-1', name: 'Kris Bakker', role: 'neighbourhood-supporter', phone: '06 1234 5678' };

const say = async (hub: RunningHub, partner: string, type: string, data: Record<string, unknown>): Promise<void> => {
  const events: CloudEvent[] = [event(await hub.sourceOf(partner), { type, data: { household, ...wmo, ...data } })];
  const { status, text } = await hub.publish(partner, events);
  if (status !== 202) throw new Error(`${type} of ${partner} was refused: ${text}`);
};

/** A woman of over eighty: nurse and housing consultant come within the hour, and nobody is the contact person. */
export const tellPrincenhof = async (hub: RunningHub): Promise<void> => {
  const members = [{ bsn: residents.bsn, name: residents.name, birthDate: residents.birthDate, relation: 'head' }];
  await say(hub, 'gemeente-stede-broec', 'households.registered', { occurredAt: ago(400), members, address: household.address, area: 'princenhof', addressKind: 'dwelling' });
  await say(hub, 'omring', 'involvements.started', { occurredAt: ago(60), legalBasis: 'zvw', involvementId: 'care-1', professional: nurse, level: 'basic-team', domain: 'care' });
  await say(hub, 'de-woonschakel', 'involvements.started', { occurredAt: ago(20), legalBasis: 'huurrecht', involvementId: 'rent-1', professional: consultant, level: 'neighbourhood', domain: 'housing' });
  await say(hub, 'omring', 'visits.planned', { occurredAt: ago(2), visitId: 'v-1', startsAt: ahead(48), endsAt: ahead(48.75), professional: nurse });
  await say(hub, 'de-woonschakel', 'visits.planned', { occurredAt: ago(1), visitId: 'w-1', startsAt: ahead(48.5), endsAt: ahead(49), professional: consultant });
};

/** The municipality's executing partner becomes the one face for this household. */
export const assignContactPerson = (hub: RunningHub): Promise<void> =>
  say(hub, 'ons-stede-broec', 'contact-persons.assigned', { occurredAt: ago(0), professional: supporter, residentPreferred: true });

export const moveVisit = (hub: RunningHub, hours: number): Promise<void> =>
  say(hub, 'de-woonschakel', 'visits.rescheduled', { occurredAt: ago(0), visitId: 'w-1', startsAt: ahead(hours), endsAt: ahead(hours + 1) });
