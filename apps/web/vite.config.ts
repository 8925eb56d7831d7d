import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyUsedStyles } from './build/only-used-styles.ts';

// A build is a build, also where a test asks for it: React would bring its tools for developers along.
process.env['NODE_ENV'] = 'production';

/** Everything the page needs is in `dist/site`: the hub serves it under a policy that allows no other source. */
export default defineConfig({
  plugins: [react(), onlyUsedStyles({ sources: ['src', 'index.html'], prefix: 'utrecht-' })],
  resolve: { conditions: ['@kring/source', 'module', 'browser', 'production'] },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2022',
    // An asset inlined as data: would need a looser content security policy than the hub gives.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
