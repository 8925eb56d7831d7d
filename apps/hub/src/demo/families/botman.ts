import { ConsentGivenData, CoverArrangedData, QuestionReceivedData, StepTakenData, SupporterRemovedData } from '@kring/contracts';
import { involved, oneFace, registered, supported, visiting, type Calendar, type ImaginedHousehold } from '@kring/simulation';
import type { Story } from '../stories/story.ts';

/** Princenhof: a couple that helps others too. The demonstration account of a resident is his, when the region files name it. */
export const botman = (numbers: Iterator<string>, calendar: Calendar, residentNumber: string | null): ImaginedHousehold => {
  const year = Number(calendar.date(0).slice(0, 4));
  const spare = (): string => numbers.next().value as string;
  return {
    key: 'princenhof-botman',
    area: 'princenhof',
    address: { postcode: '1611QB', houseNumber: 64 },
    members: [
      { bsn: residentNumber ?? spare(), name: 'Henk Botman', birthDate: `${year - 79}-10-21`, relation: 'head' },
      { bsn: spare(), name: 'Alie Botman-Kok', birthDate: `${year - 77}-03-30`, relation: 'partner' },
    ],
  };
};

/** She needs care, he cares for her and was near his limit; now the street helps, and he still repairs bicycles for the neighbours. */
export const carerAndCaredFor: Story = (tell, { municipality, first: ilse, second: saskia, colleague: mieke, volunteer: afra }) => {
  registered(tell, municipality, -500);
  tell.say(saskia.partner, -165, QuestionReceivedData, { questionId: 'q-botman', kind: 'question', about: 'family', initiatedBy: 'resident' });
  involved(tell, ilse, { from: -160 });
  involved(tell, saskia, { from: -150, name: 'face' });
  oneFace(tell, saskia, { from: -146, others: [ilse] });
  tell.say(saskia.partner, -140, ConsentGivenData, { scope: 'share-visits', withOrganisations: [ilse.partner], expiresOn: tell.calendar.date(220) });
  supported(tell, saskia, { from: -138, kind: 'carer', label: 'Henk, haar man' });
  const stopped = supported(tell, afra, { from: -130, kind: 'volunteer', label: 'logeermaatje Coby', name: 'coby' });
  tell.say(afra.partner, -40, SupporterRemovedData, { supporterId: stopped });
  supported(tell, afra, { from: -38, kind: 'connector', label: 'Afra van het buurtteam', name: 'afra' });
  tell.say(saskia.partner, -50, StepTakenData, { area: 'participate', label: 'Henk repareert fietsen in de ontmoetingsruimte' });
  tell.say(saskia.partner, -34, CoverArrangedData, { professional: mieke.professional, until: tell.calendar.date(-20) });
  visiting(tell, ilse, { from: -150, every: 14, time: '10:30', minutes: 45 });
};
