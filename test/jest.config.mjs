/** One configuration for every spec of the workspace; the kind of a spec is in its name (unit, int, e2e). */
export default {
  rootDir: '..',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  // A spec that opens stores takes a second; on a machine that is busy, many.
  testTimeout: 30_000,
  testEnvironmentOptions: { customExportConditions: ['@kring/source', 'node', 'node-addons'] },
  setupFiles: ['<rootDir>/test/jest.setup.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/jest.setup.after-env.mjs'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' }, useDefineForClassFields: false },
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    }],
  },
};
