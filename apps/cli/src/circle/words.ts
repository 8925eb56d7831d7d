import type { ProfessionalView } from '@kring/contracts';

const instant = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', year: 'numeric' });

export const moment = (time: string | null): string => (time ? instant.format(new Date(time)) : '');
export const day = (time: string | null): string => (time ? date.format(new Date(time)) : '');

type Labels = Readonly<Record<string, { readonly nl: string }>>;

/** The Dutch label of a code of the catalogue; a code that a region added is shown as it is. */
export const label = (labels: Labels, code: string | null): string => (code === null ? '' : (labels[code]?.nl ?? code));

/** Someone, and how to reach them. */
export const who = ({ name, id, phone }: ProfessionalView<string | null>): string => `${name ?? id}${phone ? ` (${phone})` : ''}`;

/** How something stands. The catalogue has no codes for these: they follow from the events. */
export const stateLabels: Labels = {
  active: { nl: 'betrokken' }, ended: { nl: 'beëindigd' }, contested: { nl: 'betwist' }, stale: { nl: 'lang niets gehoord' },
  planned: { nl: 'gepland' }, joint: { nl: 'gezamenlijk' }, cancelled: { nl: 'vervallen' }, completed: { nl: 'afgerond' },
  open: { nl: 'open' }, forwarded: { nl: 'doorgezet' }, answered: { nl: 'beantwoord' },
  requested: { nl: 'gevraagd' }, accepted: { nl: 'aangenomen' }, rejected: { nl: 'afgewezen' }, started: { nl: 'begonnen' },
  detected: { nl: 'ontdekt' }, acknowledged: { nl: 'gezien' }, agreed: { nl: 'afgesproken' }, closed: { nl: 'gesloten' },
};
