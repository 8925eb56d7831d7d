import type { ContactPersonRow } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { ContactPersons } from './contact-persons.ts';
import type { Moment } from './moment.ts';
import type { Pulse } from './pulse.ts';

type Row = ContactPersonRow<Personal>;

/** The last assigned that is still active. Cover is shown while it runs, up to and including its last day. */
export const contactPersonRow = (contacts: ContactPersons, pulse: Pulse, moment: Moment): Row | null => {
  const holder = contacts.current?.holder;
  if (!holder) return null;
  const { organisation, professional, since, residentPreferred, because, cover, coveredUntil } = holder;
  return { organisation, professional, since, residentPreferred, cover: moment.reached(coveredUntil) ? null : cover, lastPulseCheck: lastPulseCheck(pulse), because };
};

const lastPulseCheck = ({ check }: Pulse): Row['lastPulseCheck'] =>
  check && { at: check.at, trend: check.trend, channel: check.channel, nextDue: check.nextDue, because: check.because };
