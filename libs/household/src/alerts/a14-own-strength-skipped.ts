import { becauseOfAll } from '../circle/because.ts';
import { involvementSensitivity } from '../circle/discretion.ts';
import type { Situation } from '../circle/situation.ts';
import { isAtLeast } from '../rules/region-rules.ts';
import type { Instant } from '../time/amsterdam.ts';
import type { AlertRule } from './alert.ts';
import { contactOrganisation } from './contact.ts';
import { heldSince } from './held-since.ts';
import { actorInWords } from './wording.ts';

/** What asks for own strength to be explored first, for as long as it runs; `open` where it may be told. */
type Heavy = { readonly from: Instant; readonly until: Instant; readonly organisation: string; readonly because: readonly string[]; readonly open: boolean };

const referrals = ({ facts, discretion }: Situation): Heavy[] =>
  [...facts.referrals.chains.values()].flatMap((chain) =>
    chain.referrals.map(({ row, organisation, stateAt, sensitivity }) => ({
      from: Date.parse(row.requestedAt),
      until: row.state === 'requested' || row.state === 'accepted' || row.state === 'started' ? Infinity : stateAt,
      organisation,
      because: row.because,
      open: discretion(organisation, sensitivity) !== 'hidden',
    })),
  );

const specialists = ({ facts, rules }: Situation): Heavy[] =>
  facts.involvements.entries().flatMap((involvement) =>
    involvement.spans
      .filter(({ level }) => isAtLeast(rules, level, rules.thresholds.A14.fromLevel))
      .map(({ from, until }) => ({ from, until, organisation: involvement.organisation, because: involvement.row.because, open: involvementSensitivity(involvement, rules) !== 'hidden' })),
  );

/** A14. Heavier help was asked before it was looked at what the household can do itself or with its network. Source: S0.14, S1.2. */
export const ownStrengthSkipped: AlertRule = {
  code: 'A14',
  name: 'own-strength-skipped',
  severity: 'warning',
  threshold: () => null,
  raisedBy: (situation) => {
    const heavy = [...referrals(situation), ...specialists(situation)].filter(({ open }) => open);
    const running = heavy.filter(({ until }) => until > situation.moment.asOf);
    if (situation.circle.ownStrength || running.length === 0) return [];
    const actor = contactOrganisation(situation);
    const acts = actorInWords(actor, situation.rules);
    return [
      {
        since: heldSince(heavy),
        because: becauseOfAll(running),
        actor,
        organisations: [...new Set(running.map(({ organisation }) => organisation))],
        message: {
          nl: `Er is verwezen of specialistische hulp begonnen voordat de eigen kracht is verkend. Verken samen met de bewoner wat zelf of met het netwerk kan; aan zet: ${acts.nl}.`,
          en: `A referral was made or specialist help began before own strength was explored. Explore with the resident what can be done alone or with the network; to act: ${acts.en}.`,
        },
      },
    ];
  },
};
