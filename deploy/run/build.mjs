import { ensureBuilt, ensureInstalled } from './prepare.mjs';

ensureInstalled({ everything: false });
ensureBuilt();
