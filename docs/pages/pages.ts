import { configurationPage } from './configuration-page.ts';
import { rulesPage } from './rules-page.ts';

/** Every page that is made from the code, by its file in this documentation. */
export const pages = (): Readonly<Record<string, string>> => ({ 'configuration.md': configurationPage(), 'rules.md': rulesPage() });
