import type { SealedCircle } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import { sealedAt, type Happening } from './happening.ts';
import type { Part } from './part.ts';

/** Every small step, and the rung of the ladder as it was last assessed (S4.1, S4.4). */
export type Participation = SealedCircle['participation'];

const step = (participation: Participation, happening: Happening<OpenData['nl.kring.participation.step-taken.v1']>): void =>
  void participation.steps.push({ area: happening.data.area, label: sealedAt(happening, '/label'), at: happening.when, because: [happening.event.id] });

export const participationPart: Part<Participation> = {
  empty: () => ({ steps: [], level: null }),
  on: {
    'nl.kring.participation.step-taken.v1': step,
    'nl.kring.participation.assessed.v1': (participation, { data }) => void (participation.level = data.level),
  },
};

/** A copy, for the state goes on. */
export const participationOf = ({ steps, level }: Participation): Participation => ({ steps: [...steps], level });
