import type { Referral } from '../circle/referrals.ts';
import type { Situation } from '../circle/situation.ts';
import { nameOf } from '../rules/region-rules.ts';
import type { Instant } from '../time/amsterdam.ts';
import { endOfTerm, termInWords, type Term } from '../time/term.ts';
import type { AlertRule, Message, Raised } from './alert.ts';

/** How long a referral may stay in the state it is in, where it waits for something. */
const termOf = ({ row }: Referral, { rules: { thresholds } }: Situation): Term | null => {
  if (row.state === 'requested') return thresholds.A06.acceptedWithin;
  return row.state === 'accepted' ? thresholds.A06.startedWithin : null;
};

const messageOf = ({ row }: Referral, term: Term, { rules }: Situation): Message => {
  const [to, words] = [nameOf(rules, row.to), termInWords(term)];
  if (row.state === 'requested') {
    return {
      nl: `Een verwijzing is na ${words.nl} niet aangenomen of afgewezen. ${to} laat weten of het deze op zich neemt.`,
      en: `A referral has been neither accepted nor rejected after ${words.en}. ${to} should say whether it takes it on.`,
    };
  }
  return {
    nl: `Een verwijzing is aangenomen maar na ${words.nl} niet begonnen. ${to} begint, of zegt wat het tegenhoudt.`,
    en: `A referral was accepted but has not started after ${words.en}. ${to} should start, or say what holds it up.`,
  };
};

const raised = (referral: Referral, since: Instant, term: Term, situation: Situation): Raised => {
  const { from, to, because } = referral.row;
  const sensitivity = situation.discretion(referral.organisation, referral.sensitivity);
  return { since, because, actor: to, organisations: [...new Set([from, to])], message: messageOf(referral, term, situation), sensitivity };
};

/** A06. A referral that nobody takes on, or that does not begin. Source: S1.1, S1.23. */
export const referralStalled: AlertRule = {
  code: 'A06',
  name: 'referral-stalled',
  severity: 'warning',
  threshold: ({ rules: { thresholds } }) => `${termInWords(thresholds.A06.acceptedWithin).en}, ${termInWords(thresholds.A06.startedWithin).en}`,
  raisedBy: (situation) =>
    [...situation.facts.referrals.chains.values()].flatMap(({ referrals }) =>
      referrals.flatMap((referral) => {
        const term = termOf(referral, situation);
        if (!term) return [];
        const due = endOfTerm(referral.stateAt, term);
        return situation.moment.reached(due) ? [raised(referral, due, term, situation)] : [];
      }),
    ),
};
