import { createHash } from 'node:crypto';
import type { Context } from 'oidc-provider/lib/provider.js';
import type { DemoUser, Regions } from '@kring/regions';

const style = `
:root { color-scheme: light dark; --ink: #1b2733; --paper: #fff; --line: #8a97a3; --accent: #154273; --soft: #eef3f8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --paper: #14191e; --line: #75828e; --accent: #9cc4f0; --soft: #1e2730 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { font-size: 1.8rem; line-height: 1.2 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
.notice { border-left: .35rem solid var(--accent); background: var(--soft); padding: .75rem 1rem }
ul { list-style: none; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)) }
button { width: 100%; min-height: 3rem; padding: .6rem .9rem; text-align: left; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; cursor: pointer }
button:hover { background: var(--soft) } :focus-visible { outline: .2rem solid var(--accent); outline-offset: .15rem }
`;
const signOutAtOnce = `document.getElementById('op.logoutForm').append(Object.assign(document.createElement('input'),{type:'hidden',name:'logout',value:'yes'}));document.getElementById('op.logoutForm').submit()`;
const hashOf = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** Headers of a page of the provider: nothing but its own style and script runs, and forms go nowhere else. */
export const pageHeaders = (formsTo: readonly string[] = []): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(signOutAtOnce)}; form-action ${["'self'", ...formsTo].join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const page = (title: string, content: string): string => `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} – Kring</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${content}
</main></body>
</html>
`;

/** Where a demonstration account is picked, instead of a name and a password. */
export const accountPage = (action: string, regions: Regions): string => {
  const groups = [
    ...regions.regions.map(({ code, name }) => ({ name, users: regions.users.filter(({ partner }) => partner !== null && regions.partner(partner)?.region === code) })),
    { name: 'Bewoner en toezicht', users: regions.users.filter(({ partner }) => partner === null) },
  ];
  return page('Kies wie u bent', `<p class="notice"><strong>Dit is een demonstratie.</strong> Er zijn geen wachtwoorden en alle personen zijn verzonnen.
Kies een account; u ziet daarna wat die medewerker, toezichthouder of bewoner mag zien.</p>
<form method="post" action="${escaped(action)}">
${groups.filter(({ users }) => users.length > 0).map(accountGroup).join('\n')}
</form>`);
};

const accountGroup = ({ name, users }: { readonly name: string; readonly users: readonly DemoUser[] }): string =>
  `<section><h2>${escaped(name)}</h2>\n<ul>${users.map(accountButton).join('')}</ul></section>`;

const accountButton = ({ user, label }: DemoUser): string => `<li><button type="submit" name="account" value="${escaped(user)}">${escaped(label)}</button></li>`;

export const expiredPage = (): string =>
  page('Deze aanmelding is verlopen', '<p>Het aanmelden duurde te lang, of is al afgerond. Ga <a href="/">terug naar Kring</a> en meld u opnieuw aan.</p>');

const answerWith = (context: Context, content: string, formsTo: readonly string[] = []): void => {
  context.type = 'html';
  context.set(pageHeaders(formsTo));
  context.body = content;
};

/** Who asks to sign out is signed out; the button is for a browser without scripts. */
export const showLogout = (origins: readonly string[]) => (context: Context, form: string): void =>
  answerWith(context, page('Afmelden', `${form}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Meld mij af</button></p>
<script>${signOutAtOnce}</script>`), origins);

export const showSignedOut = (context: Context): void => answerWith(context, page('U bent afgemeld', '<p><a href="/">Terug naar Kring</a></p>'));

type Told = { readonly error: string; readonly error_description?: string };

export const showError = (context: Context, { error, error_description }: Told): void =>
  answerWith(context, page('Aanmelden lukt niet', `<p>De aanvraag om aan te melden klopt niet (<code>${escaped(error)}</code>${error_description === undefined ? '' : `: ${escaped(error_description)}`}).
Ga <a href="/">terug naar Kring</a> en probeer het opnieuw.</p>`));
