import type { Situation } from '../circle/situation.ts';
import type { Instant } from '../time/amsterdam.ts';
import { becauseOfAll } from '../circle/because.ts';
import type { AlertRule } from './alert.ts';
import { heldSince } from './held-since.ts';
import { signalActor, signalOrganisations } from './signal-actor.ts';
import { actorInWords } from './wording.ts';

/** When the last supporter was gone and the last involvement had ended. */
const aloneSince = ({ facts, circle }: Situation): Instant =>
  Math.max(
    ...circle.supporters.flatMap(({ until }) => (until === null ? [] : [Date.parse(until)])),
    ...facts.involvements.entries().flatMap(({ spans }) => spans.filter(({ until }) => until !== Infinity).map(({ until }) => until)),
    -Infinity,
  );

/** A21. A signal about somebody whom nobody supports and nobody helps: the most vulnerable miss the link. Source: S3.20. */
export const isolated: AlertRule = {
  code: 'A21',
  name: 'isolated',
  severity: 'warning',
  threshold: () => null,
  raisedBy: (situation) => {
    const { facts, circle, rules, discretion } = situation;
    const signals = facts.signals.entries().filter((signal) => discretion(signal.organisation, signal.sensitivity) !== 'hidden');
    const open = signals.filter(({ answeredAt }) => answeredAt === null);
    const first = open.at(0);
    const seen = circle.supporters.some(({ until }) => until === null) || circle.involvements.some(({ until }) => until === null);
    if (!first || seen) return [];
    const actor = signalActor(first, situation);
    const acts = actorInWords(actor, rules);
    return [
      {
        since: Math.max(heldSince(signals.flatMap(({ spans }) => spans)), aloneSince(situation)),
        because: becauseOfAll(open.map(({ row }) => row)),
        actor,
        organisations: [...new Set(open.flatMap((signal) => signalOrganisations(signal, situation)))],
        message: {
          nl: `Er is een signaal, en niemand steunt of helpt dit huishouden. ${acts.nl} zoekt contact; een buur, activiteit of betrokken organisatie is genoeg om te beginnen.`,
          en: `There is a signal, and nobody supports or helps this household. ${acts.en} should get in touch; a neighbour, an activity or an organisation is enough to begin with.`,
        },
      },
    ];
  },
};
