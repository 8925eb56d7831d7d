// Builds the page into dist/site, wherever the installation put the bundler: `node apps/web/build/build-site.mjs`.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

await build({ root: fileURLToPath(new URL('..', import.meta.url)), logLevel: process.argv.includes('--quiet') ? 'warn' : 'info' });
