import type { AddressValue, CheckedEvent } from './publisher.ts';
import { isObject } from './publisher.ts';
import type { Rank } from './effect.ts';
import { joinedType, leftType, movedType, registeredType, splitType } from './event-types.ts';

/** Makes the blind tokens: keyed, one domain per kind, so that a token tells nothing without the hub's key. */
export type TokenMaker = {
  bsn(bsn: string): string;
  address(address: AddressValue): string;
  person(name: string, birthDate: string): string;
};

/** A person that an event speaks of: where in `data`, and how it is recognised. */
export type PersonEvidence = {
  readonly pointer: string;
  readonly personId?: string;
  readonly bsnToken?: string;
  readonly nameToken?: string;
  readonly rank: Rank;
  /** Index into `into` of a split: the household where this person goes. */
  readonly into?: number;
};

/** All that an event gives to recognise its household and the persons in it. */
export type Evidence = {
  readonly householdId?: string;
  readonly bsnToken?: string;
  readonly addressToken?: string;
  /** Where the household lives according to this event, when that is what it says. */
  readonly livesAt?: { readonly token: string; readonly collective: boolean };
  readonly persons: readonly PersonEvidence[];
};

/** Where persons stand in an event, by their JSON pointers into `data`. */
const personsIn = (data: CheckedEvent['data']): { pointer: string; value: Record<string, unknown>; into?: number }[] => {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const members = list(data['members']).map((value, at) => ({ pointer: `/members/${at}`, value }));
  const person = data['person'] === undefined ? [] : [{ pointer: '/person', value: data['person'] as unknown }];
  const split = list(data['into']).flatMap((part, into) =>
    list(isObject(part) ? part['members'] : []).map((value, at) => ({ pointer: `/into/${into}/members/${at}`, value, into })),
  );
  return [...members, ...person, ...split].filter((one): one is { pointer: string; value: Record<string, unknown>; into?: number } => isObject(one.value));
};

const rankIn = (event: CheckedEvent): Rank => {
  if (event.type === registeredType || event.type === splitType) return 'registered';
  if (event.type === leftType) return 'left';
  if (event.type !== joinedType) return 'reference';
  if (event.data['certainty'] === 'possible') return 'possible';
  return event.data['residence'] === 'also' ? 'also' : 'registered';
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const evidenceOf = (event: CheckedEvent, tokens: TokenMaker): Evidence => {
  const { household } = event.data;
  const rank = rankIn(event);
  const persons = personsIn(event.data).map(({ pointer, value, into }): PersonEvidence => {
    const [personId, bsn, name] = [text(value['personId']), text(value['bsn']), text(value['name'])];
    return {
      pointer,
      rank,
      ...(personId === undefined ? {} : { personId }),
      ...(bsn === undefined ? {} : { bsnToken: `b:${tokens.bsn(bsn)}` }),
      ...(name === undefined ? {} : { nameToken: `n:${tokens.person(name, text(value['birthDate']) ?? '')}` }),
      ...(into === undefined ? {} : { into }),
    };
  });
  const tellsAddress = event.type === registeredType || event.type === movedType;
  const address = tellsAddress ? (event.data['address'] as unknown as AddressValue) : undefined;
  return {
    persons,
    ...(household.householdId === undefined ? {} : { householdId: household.householdId }),
    ...(household.bsn === undefined ? {} : { bsnToken: `b:${tokens.bsn(household.bsn)}` }),
    ...(household.address === undefined ? {} : { addressToken: `a:${tokens.address(household.address)}` }),
    ...(address === undefined ? {} : { livesAt: { token: `a:${tokens.address(address)}`, collective: event.data['addressKind'] === 'collective' } }),
  };
};

/** Every token of the evidence: what must be at hand before anything is decided. */
export const tokensOf = (evidence: Evidence): string[] =>
  [evidence.bsnToken, evidence.addressToken, evidence.livesAt?.token, ...evidence.persons.flatMap((person) => [person.bsnToken, person.nameToken])].filter(
    (token): token is string => token !== undefined,
  );
