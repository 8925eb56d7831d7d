export { cliClient, demoSecret, webClient } from './clients.ts';
export { demoUserGrant } from './demo-user-grant.ts';
export { mountIdentity } from './mount-identity.ts';
export type { Identity, IdentityParts } from './mount-identity.ts';
