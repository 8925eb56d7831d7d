import { defaultRules } from '../../libs/household/src/rules/default-rules.ts';
import { termInWords, type Term } from '../../libs/household/src/time/term.ts';
import { examplesOf } from './alert-examples.ts';
import { proofsOf, writtenRules, type WrittenRule } from './alert-rules.ts';

const thresholds: Readonly<Record<string, Readonly<Record<string, Term | string | number>>>> = defaultRules.thresholds;

const valueInWords = (value: Term | string | number): string => (typeof value === 'object' ? termInWords(value).en : String(value));

/** The thresholds by the names under which a region file overrides them. */
const thresholdsOf = (code: string): readonly string[] => Object.entries(thresholds[code] ?? {}).map(([name, value]) => `\`${name}\` ${valueInWords(value)}`);

const line = ({ code, file, severity, source }: WrittenRule): string => {
  const [alert] = examplesOf(code);
  return `| [${code}](../${file}) | ${alert?.name} | ${alert?.threshold ?? 'at once'} | ${thresholdsOf(code).join(', ')} | ${severity} | ${source} |`;
};

const section = ({ code, purpose }: WrittenRule): string => {
  const alerts = examplesOf(code);
  const messages = alerts.map(({ message: { nl, en } }) => `> ${nl}\n>\n> *${en}*`);
  const proofs = proofsOf(code).map(({ file, name }) => `- [${file.slice(file.lastIndexOf('/') + 1)}](../${file}) › ${name}`);
  return [`## ${code} ${alerts[0]?.name}`, purpose, messages.join('\n\n'), proofs.join('\n')].join('\n\n');
};

/** The page of the rules that judge a household, each with what it says and the scenarios that prove it. */
export const rulesPage = (): string => {
  const rules = writtenRules();
  return `# Rules

<!-- Made by \`docs/generate.ts\`; change the rules where they are written, and run it again. -->

Each of these rules judges one household, at any moment, by what was known then. An alert stands while its condition holds; its
\`since\` is when that began, whenever the hub noticed. A term of days or working days ends at midnight in Amsterdam; working days are
Monday to Friday without the days of art. 3 Algemene termijnenwet. A region file overrides thresholds, and the severity, per code:

\`\`\`yaml
alerts:
  A04: { low: { workingDays: 7 } }
\`\`\`

A01 becomes \`urgent\` after \`escalatesAfter\`, A03 after \`agreedWithin\`, and A04 is \`urgent\` for an urgent signal. \`within\` of A07 counts
minutes. A source is a row of [the features](features.md), or a law.

| code | name | default | overridden as | severity | source |
|---|---|---|---|---|---|
${rules.map(line).join('\n')}

A15, A16, A17, A19, A20 and A23 are kept for what is about no household alone: a publisher, a subscription, a user, a team, an area or
an address. No rule raises them yet.

${rules.map(section).join('\n\n')}
`;
};
