declare module 'class-transformer/cjs/storage.js' {
  /** What the `@Type` decorators of class-transformer have registered. */
  export const defaultMetadataStorage: never;
}
