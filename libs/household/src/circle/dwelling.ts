import type { Personal, SealedAddress } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import { sealedAt, type Happening } from './happening.ts';
import type { Part } from './part.ts';

/** Where the household lives, who registered it, and whether that is shielded. */
export type Dwelling = {
  area: string;
  address: Personal;
  /** The address by which a partner first told of a household that nobody registered yet. */
  provisionalAddress: Personal;
  coordinator: { readonly organisation: string; readonly because: string[] } | null;
  readonly shielded: Set<string>;
};

const register = (dwelling: Dwelling, happening: Happening<OpenData['nl.kring.households.registered.v1']>): void => {
  move(dwelling, happening);
  dwelling.coordinator = { organisation: happening.organisation, because: [happening.event.id] };
};

const move = (dwelling: Dwelling, happening: Happening<{ readonly area: string }>): void => {
  dwelling.area = happening.data.area;
  dwelling.address = sealedAt(happening, '/address') ?? dwelling.address;
};

export const dwellingPart: Part<Dwelling> = {
  empty: () => ({ area: '', address: null, provisionalAddress: null, coordinator: null, shielded: new Set() }),
  on: {
    'nl.kring.households.registered.v1': register,
    'nl.kring.households.moved.v1': move,
    'nl.kring.households.shielded.v1': (dwelling, { data }) => void dwelling.shielded.add(data.scope),
    'nl.kring.households.unshielded.v1': (dwelling, { data }) => void dwelling.shielded.delete(data.scope),
  },
  onEvery: (dwelling, happening) => {
    dwelling.provisionalAddress ??= sealedAt(happening, '/household/address');
  },
};

/** A shielded address is masked for everybody whom the policy does not name. */
export const addressOf = (dwelling: Dwelling): SealedAddress => ({ sealed: dwelling.address ?? dwelling.provisionalAddress, masked: dwelling.shielded.size > 0 });
