import type { HubProblem, ProblemKind } from '../hub/problem.ts';

/** What happened, and what the reader can do next. */
type ProblemWords = { title: string; advice: string };

const words: Readonly<Record<ProblemKind, ProblemWords>> = {
  unreachable: { title: 'Kring is niet bereikbaar', advice: 'Controleer uw internetverbinding en probeer het opnieuw.' },
  'signed-out': { title: 'Uw sessie is verlopen', advice: 'Log opnieuw in. U komt daarna terug op deze pagina.' },
  'not-found': {
    title: 'Dit huishouden is er niet, of u bent er niet bij betrokken',
    advice: 'Kring maakt daar voor de veiligheid van bewoners geen verschil tussen. Controleer het adres of vraag het aanspreekpunt.',
  },
  refused: { title: 'Kring kan deze vraag niet verwerken', advice: 'Controleer wat u heeft ingevuld en probeer het opnieuw.' },
  'not-allowed': { title: 'U mag dit niet bekijken', advice: 'Denkt u dat dit niet klopt? Vraag de beheerder van uw organisatie.' },
  busy: { title: 'Kring is op dit moment druk', advice: 'Wacht een paar seconden en probeer het opnieuw.' },
  broken: { title: 'Er ging iets mis bij Kring', advice: 'Probeer het over een paar minuten opnieuw. Blijft het misgaan? Meld het bij de beheerder van uw organisatie.' },
};

export const problemWords = ({ kind, retryAfterSeconds }: HubProblem): ProblemWords =>
  kind === 'busy' && retryAfterSeconds ? { ...words.busy, advice: `Wacht ${retryAfterSeconds} seconden en probeer het opnieuw.` } : words[kind];
