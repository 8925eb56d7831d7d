export { given, happened } from './given.ts';
export { hubUnderTest } from './hub-under-test.ts';
export type { HubUnderTest } from './hub-under-test.ts';
export { InMemoryLedger } from './in-memory-ledger.ts';
export { partnerLedgerConformance } from './partner-ledger-conformance.ts';
export type { LedgerOnTrial } from './partner-ledger-conformance.ts';
export { serviceUnderTest } from './service-under-test.ts';
export { StoppedClock, demoRegions } from './surroundings.ts';
export type { Answer, Sender, ServiceUnderTest } from './service-under-test.ts';
