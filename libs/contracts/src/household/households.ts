import { addressKinds, certainties, residences, shieldingScopes, type AddressKind, type Certainty, type Residence, type ShieldingScope } from '../codes/people.ts';
import { Personal } from '../field/annotation.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { HasShape, IsListOf, IsListWritten, IsOneOf } from '../field/structure.ts';
import { IsCode, IsHubId } from '../field/written.ts';
import { AddressValue } from '../shapes/address.ts';
import { HouseholdFact } from '../shapes/fact.ts';
import { Person } from '../shapes/person.ts';

/** The gemeente knows this household: who belongs to it and where it lives. One resident is a household too. */
@Published({ by: ['gemeente'], features: ['S0.22'] })
export class HouseholdRegisteredData extends HouseholdFact {
  static readonly type = 'nl.kring.households.registered.v1';
  @IsListOf(() => Person, { min: 1, max: 50 }) members!: Person[];
  @HasShape(() => AddressValue) @Personal() address!: AddressValue;
  @IsCode() area!: string;
  /** At a collective address many households live, so such an address never tells which one is meant. */
  @IsOneOf(addressKinds) addressKind!: AddressKind;
}
export type HouseholdRegistered = ContractEvent<typeof HouseholdRegisteredData>;

/** Someone belongs to the household. The gemeente knows so from its registration; another partner can only think it possible. */
@Published({ by: ['any'], limits: [{ field: 'certainty', values: ['possible'], except: 'gemeente' }], features: ['S0.22'] })
export class MemberJoinedData extends HouseholdFact {
  static readonly type = 'nl.kring.households.member-joined.v1';
  @HasShape(() => Person) person!: Person;
  @IsOneOf(certainties) certainty!: Certainty;
  @IsOneOf(residences) residence!: Residence;
}
export type MemberJoined = ContractEvent<typeof MemberJoinedData>;

@Published({ by: ['any'], features: ['S0.22'] })
export class MemberLeftData extends HouseholdFact {
  static readonly type = 'nl.kring.households.member-left.v1';
  @HasShape(() => Person) person!: Person;
}
export type MemberLeft = ContractEvent<typeof MemberLeftData>;

@Published({ by: ['gemeente'] })
export class HouseholdMovedData extends HouseholdFact {
  static readonly type = 'nl.kring.households.moved.v1';
  @HasShape(() => AddressValue) @Personal() address!: AddressValue;
  @IsCode() area!: string;
}
export type HouseholdMoved = ContractEvent<typeof HouseholdMovedData>;

/** The households in `from` turn out to be the one that the event is about; their ids keep answering. */
@Published({ by: ['gemeente', 'hub'] })
export class HouseholdsMergedData extends HouseholdFact {
  static readonly type = 'nl.kring.households.merged.v1';
  @IsListWritten(IsHubId, { min: 1, max: 50 }) from!: string[];
}
export type HouseholdsMerged = ContractEvent<typeof HouseholdsMergedData>;

/** One of the households that came out of a split, with who belongs to it. */
export class SplitPart {
  @IsHubId() householdId!: string;
  @IsListOf(() => Person, { max: 50 }) members!: Person[];
}

@Published({ by: ['gemeente', 'hub'] })
export class HouseholdSplitData extends HouseholdFact {
  static readonly type = 'nl.kring.households.split.v1';
  @IsListOf(() => SplitPart, { min: 1, max: 20 }) into!: SplitPart[];
}
export type HouseholdSplit = ContractEvent<typeof HouseholdSplitData>;

/** Nobody may learn this address, or this household, from the hub: the resident asked for secrecy. */
@Published({ by: ['gemeente'] })
export class ShieldingSetData extends HouseholdFact {
  static readonly type = 'nl.kring.households.shielded.v1';
  @IsOneOf(shieldingScopes) scope!: ShieldingScope;
}
export type ShieldingSet = ContractEvent<typeof ShieldingSetData>;

@Published({ by: ['gemeente'] })
export class ShieldingLiftedData extends HouseholdFact {
  static readonly type = 'nl.kring.households.unshielded.v1';
  @IsOneOf(shieldingScopes) scope!: ShieldingScope;
}
export type ShieldingLifted = ContractEvent<typeof ShieldingLiftedData>;
