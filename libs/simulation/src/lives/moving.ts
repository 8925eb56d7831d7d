import { HouseholdMovedData, MemberJoinedData, ShieldingSetData, type AddressValue } from '@kring/contracts';
import type { Telling } from '../stage/telling.ts';
import type { TownCast } from '../town/workforce.ts';

const familyOf = ({ household }: Telling): string => household.members[0].name.split(' ').slice(1).join(' ');

/** A child is born; the gemeente knows it within days. */
export const born = (tell: Telling, { municipality }: TownCast): void =>
  tell.say(municipality.partner, 3, MemberJoinedData, { person: { name: `Noor ${familyOf(tell)}`, birthDate: tell.calendar.date(0), relation: 'child' }, certainty: 'registered', residence: 'primary' });

/** Someone seems to live there too; nobody is sure. */
export const maybeThere = (tell: Telling, { first }: TownCast): void =>
  tell.say(first.partner, 0, MemberJoinedData, { person: { name: `Teun ${familyOf(tell)}`, relation: 'other' }, certainty: 'possible', residence: 'also' });

/** Moved within the neighbourhood. From then on an old address leads nowhere, so only those known by a number move. */
export const moved = (tell: Telling, { municipality }: TownCast, address: AddressValue): void =>
  tell.say(municipality.partner, 0, HouseholdMovedData, { address, area: tell.household.area });

/** An address that may not be told. */
export const shielded = (tell: Telling, { municipality }: TownCast): void => tell.say(municipality.partner, 0, ShieldingSetData, { scope: 'address' });
