import { becauseOfAll } from '../circle/because.ts';
import type { Situation } from '../circle/situation.ts';
import { nameOf } from '../rules/region-rules.ts';
import type { AlertRule } from './alert.ts';

/** A13. The one face of the family is gone and nobody took over; who was assigned after that is meant to be it. Source: S0.20, S4.15. */
export const contactPersonLeft: AlertRule = {
  code: 'A13',
  name: 'contact-person-left',
  severity: 'urgent',
  threshold: () => null,
  raisedBy: ({ facts, rules, moment }: Situation) => {
    const { current } = facts.contactPersons;
    if (!current) return [];
    const { holder } = current;
    const own = facts.involvements.entries().filter(({ organisation, row }) => organisation === holder.organisation && row.professional.id === holder.professional.id);
    if (own.some(({ row }) => row.until === null)) return [];
    const left = Math.max(-Infinity, ...own.map(({ spans }) => spans.at(-1)?.until ?? -Infinity));
    if (left <= holder.from || !moment.reached(holder.coveredUntil)) return [];
    const name = nameOf(rules, holder.organisation);
    return [
      {
        since: Math.max(left, holder.coveredUntil, current.from),
        because: becauseOfAll([holder, ...own.map(({ row }) => row)]),
        actor: holder.organisation,
        organisations: [holder.organisation],
        message: {
          nl: `Het aanspreekpunt van ${name} is niet meer betrokken, en er is geen overdracht of vervanging. ${name} draagt het over, of de betrokkenen wijzen een ander aan.`,
          en: `The contact person of ${name} is no longer involved, and there is no hand-over or cover. ${name} should hand over, or those involved should assign another.`,
        },
      },
    ];
  },
};
