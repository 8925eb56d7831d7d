export { openEmbeddedViewStore, type EmbeddedViewStoreOptions } from './embedded-view-store.ts';
