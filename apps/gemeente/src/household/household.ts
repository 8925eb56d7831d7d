import { HouseholdMovedData, HouseholdRegisteredData, HouseholdSplitData, HouseholdsMergedData, MemberJoinedData, MemberLeftData } from '@kring/contracts';
import { refuse } from '@kring/partner-service';
import type { Decider, Open, Past } from '@kring/partner-service';

/** What the gemeente registered of a household, as far as it stands in the open: persons by their `personId`, no names, no address. */
export type RegisteredHousehold = {
  readonly state: 'registered';
  readonly area: string;
  readonly addressKind: string;
  readonly size: number;
  readonly members: ReadonlyMap<string, 'present' | 'gone'>;
  readonly movedAt: string | null;
  readonly mergedFrom: readonly string[];
  readonly splitInto: readonly string[];
};
export type Household = { readonly state: 'unregistered' } | RegisteredHousehold;

const spoken = [HouseholdRegisteredData, MemberJoinedData, MemberLeftData, HouseholdMovedData, HouseholdsMergedData, HouseholdSplitData] as const;
type HouseholdClass = (typeof spoken)[number];

export const households: Decider<Household, HouseholdClass> = {
  initial: { state: 'unregistered' },
  listensTo: spoken,
  evolve: (household, event) => {
    if (event.type === HouseholdRegisteredData.type) return registeredAs(event);
    return household.state === 'registered' ? after(household, event) : household;
  },
};

const registeredAs = ({ data: { area, addressKind, members } }: Past<typeof HouseholdRegisteredData>): RegisteredHousehold => ({
  state: 'registered',
  area,
  addressKind,
  size: members.length,
  members: new Map(members.flatMap(({ personId }) => (personId === undefined ? [] : [[personId, 'present'] as const]))),
  movedAt: null,
  mergedFrom: [],
  splitInto: [],
});

const after = (household: RegisteredHousehold, event: Exclude<Past<HouseholdClass>, Past<typeof HouseholdRegisteredData>>): RegisteredHousehold => {
  switch (event.type) {
    case MemberJoinedData.type:
      return { ...household, members: withMember(household, event.data.person, 'present') };
    case MemberLeftData.type:
      return { ...household, members: withMember(household, event.data.person, 'gone') };
    case HouseholdMovedData.type:
      return { ...household, area: event.data.area, movedAt: event.occurredAt };
    case HouseholdsMergedData.type:
      return { ...household, mergedFrom: [...household.mergedFrom, ...event.data.from] };
    case HouseholdSplitData.type:
      return { ...household, splitInto: [...household.splitInto, ...event.data.into.map(({ householdId }) => householdId)] };
  }
};

const withMember = ({ members }: RegisteredHousehold, { personId }: Open<{ personId?: string }>, presence: 'present' | 'gone'): RegisteredHousehold['members'] =>
  personId === undefined ? members : new Map(members).set(personId, presence);

export const mustBeRegistered = (household: Household): RegisteredHousehold =>
  household.state === 'registered' ? household : refuse('household-not-registered', 'Register this household first.');
