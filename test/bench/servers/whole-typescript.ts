import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/** Node strips types but does not compile; what the specs share may use all of TypeScript, and is compiled as jest does it. */
registerHooks({
  load: (url, context, next) => {
    if (!url.includes('/test/servers/') || !url.endsWith('.ts')) return next(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), { filename: fileURLToPath(url), swcrc: false, jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
