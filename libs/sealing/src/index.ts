export { blindKeySubject, Blinder } from './blinder.ts';
export { boundTo } from './bound-to.ts';
export { BoxUnreadable } from './box-unreadable.ts';
export { canonicalJson } from './canonical-json.ts';
export { normalAddress, normalName } from './normalise.ts';
export type { Address } from './normalise.ts';
export { Sealer } from './sealer.ts';
export type { BoxPurpose } from './subkeys.ts';
