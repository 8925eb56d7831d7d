import type { ReferralStep, Sensitivity } from '@kring/contracts';
import { becauseOfAll } from '../circle/because.ts';
import type { ReferralChain } from '../circle/referrals.ts';
import type { Situation } from '../circle/situation.ts';
import { counts } from '../circle/steps.ts';
import type { Instant } from '../time/amsterdam.ts';
import type { AlertRule, Message, Raised } from './alert.ts';
import { actorInWords, organisationsInWords } from './wording.ts';

const tooLong = (count: { readonly count: number; readonly completed: boolean } | undefined, steps: number): boolean => count !== undefined && count.count > steps && !count.completed;

const sinceOf = (chain: ReferralChain, steps: number): Instant => {
  const lastWithin = chain.counts.findLastIndex((count) => !tooLong(count, steps));
  return chain.counts[lastWithin + 1]?.from ?? -Infinity;
};

const messageOf = (count: number, organisations: readonly string[], actor: string, situation: Situation): Message => {
  const { steps } = situation.rules.thresholds.A05;
  const [names, acts] = [organisationsInWords(organisations, situation), actorInWords(actor, situation.rules)];
  return {
    nl: `Deze vraag gaat voor de ${count}e keer naar een andere organisatie (${names.nl}); de afspraak is hoogstens ${steps} stappen. ${acts.nl} bekijkt met hen of het korter kan, of legt uit waarom niet.`,
    en: `This question goes to another organisation for the ${ordinal(count)} time (${names.en}); the agreement is ${steps} steps at most. ${acts.en} should see with them whether it can be shorter, or say why not.`,
  };
};

const ordinal = (count: number): string => `${count}${['th', 'st', 'nd', 'rd'][count % 100 > 10 && count % 100 < 14 ? 0 : count % 10] ?? 'th'}`;

/** The steps that may be told; a chain of nothing but hidden ones is for those in it alone. */
const told = (chain: ReferralChain, { discretion }: Situation): { steps: ReferralStep[]; sensitivity: Sensitivity } => {
  const counted = chain.referrals.filter(({ row }) => counts(row));
  const open = counted.filter(({ organisation, sensitivity }) => discretion(organisation, sensitivity) !== 'hidden');
  return { steps: (open.length > 0 ? open : counted).map(({ row }) => row), sensitivity: open.length > 0 ? 'normal' : 'hidden' };
};

const raised = (chain: ReferralChain, count: number, situation: Situation): Raised => {
  const { steps, sensitivity } = told(chain, situation);
  const organisations = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
  const actor = situation.circle.contactPerson?.organisation ?? lastAsker(steps);
  return { since: sinceOf(chain, situation.rules.thresholds.A05.steps), because: becauseOfAll(steps), actor, organisations, message: messageOf(count, organisations, actor, situation), sensitivity };
};

/** Whoever asked for the step that is one too many. */
const lastAsker = (steps: readonly ReferralStep[]): string => steps.at(-1)?.from ?? 'each-involved';

/** A05. A chain needs more changes of the responsible organisation than the region allows: specialist help in two steps at most. Source: S0.19. */
export const referralTooLong: AlertRule = {
  code: 'A05',
  name: 'referral-too-long',
  severity: 'warning',
  threshold: ({ rules }) => `${rules.thresholds.A05.steps} steps`,
  raisedBy: (situation) =>
    [...situation.facts.referrals.chains.values()].flatMap((chain) => {
      const last = chain.counts.at(-1);
      return last && tooLong(last, situation.rules.thresholds.A05.steps) ? [raised(chain, last.count, situation)] : [];
    }),
};
