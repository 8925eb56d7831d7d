export { openEmbeddedKeyStore, type EmbeddedKeyStoreOptions } from './embedded-key-store.ts';
export { loadOrCreateMasterKey } from './master-key-file.ts';
export { WrongMasterKey } from '@kring/key-store';
