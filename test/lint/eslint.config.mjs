import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const layer = (name, ...allowed) => ({ sourceTag: `layer:${name}`, onlyDependOnLibsWithTags: allowed.map((one) => `layer:${one}`) });
/** Which layer may know which. Specs may also open the adapters that the code itself must not know. */
const layers = (...more) => [
  layer('contracts', 'contracts'),
  layer('domain', 'domain', 'contracts'),
  layer('port', 'contracts'),
  layer('adapter', 'port', 'contracts', 'platform'),
  layer('platform', 'platform', 'contracts', 'domain'),
  layer('runtime', 'runtime', 'port', 'domain', 'contracts', 'platform', ...more),
  layer('sdk', 'contracts'),
  layer('app', 'runtime', 'port', 'adapter', 'domain', 'contracts', 'platform', 'sdk'),
  layer('ui', 'contracts'),
  layer('host', 'app', 'runtime', 'port', 'adapter', 'domain', 'contracts', 'platform', 'sdk'),
];
const boundaries = (...more) => ['error', { enforceBuildableLibDependency: false, banTransitiveDependencies: false, checkDynamicDependenciesExceptions: ['.*'], allow: more.length > 0 ? ['../../../test/servers/**', '../../../../test/servers/**'] : [], depConstraints: layers(...more) }];
const drivers = ['@nestjs/*', 'kafkajs', 'node:sqlite', 'pg', '@eventstore/*', 'fastify', 'node:fs', 'node:fs/*', 'node:http', 'node:net'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', 'docs/generated/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'max-params': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['apps/**/*.ts', 'apps/**/*.tsx', 'libs/**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
    },
  },
  {
    files: ['libs/**/*.spec.ts', 'libs/**/testing/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries('adapter') },
  },
  {
    files: ['libs/household/src/**/*.ts', 'libs/contracts/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: drivers, message: 'Domain code knows no framework, no driver and no machine.' }] }],
      'no-restricted-globals': ['error', { name: 'process', message: 'Domain code knows no environment.' }, { name: 'fetch', message: 'Domain code does no I/O.' }],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Time is a value that comes in.' }, { object: 'Math', property: 'random', message: 'Chance is a value that comes in.' }],
    },
  },
);
