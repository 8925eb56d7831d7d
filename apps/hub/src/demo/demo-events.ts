import type { CloudEvent } from '@kring/publisher';
import type { Regions } from '@kring/regions';
import { blokker, theSameMorning } from './families/blokker.ts';
import { botman, carerAndCaredFor } from './families/botman.ts';
import { speelman, unawareOfEachOther } from './families/speelman.ts';
import { backAtTheTable, venema } from './families/venema.ts';
import { Calendar, Chance, citizenNumbers, someHousehold, Telling, type ImaginedHousehold } from '@kring/simulation';
import { deLariks, princenhof, type PlacedCast } from './casts.ts';
import { justUnaware, passedOn, sameMorning, twoFaces, unaware, wrongDoor } from './stories/alarming.ts';
import { confidential, incharge, justNoticed, noticed, onTheMove, shielded, stepByStep, takenOver, together } from './stories/eventful.ts';
import { asked, calm, careAtHome, helped, inOneHand, lookedAfter, onTheirOwnAgain } from './stories/quiet.ts';
import type { Story } from './stories/story.ts';

/** What happens in a neighbourhood: mostly nothing out of the ordinary. */
const neighbourhood: readonly (readonly [Story, times: number])[] = [
  [calm, 8], [asked, 2], [careAtHome, 4], [helped, 2], [inOneHand, 3], [lookedAfter, 1], [onTheirOwnAgain, 1],
  [unaware, 2], [justUnaware, 1], [twoFaces, 1], [passedOn, 1], [wrongDoor, 1], [sameMorning, 1],
  [noticed, 1], [justNoticed, 1], [onTheMove, 1], [shielded, 1], [incharge, 1], [takenOver, 1], [stepByStep, 1], [confidential, 1], [together, 1],
];

/** The account of a resident in the region files; who signs in with it sees this household. */
const residentAccount = 'bewoner-1@resident';

/** Stories in which the address does not stay what it was, so that everyone goes by the number. */
const byNumberOnly: ReadonlySet<Story> = new Set([onTheMove]);

/**
 * Some months in De Lariks and Princenhof, as the systems of the partners would have told them: the same households, numbers and
 * event ids each time, with dates counted from `anchor`.
 */
export const demoEvents = (regions: Regions, anchor: Date): CloudEvent[] => {
  const calendar = new Calendar(anchor);
  const numbers = citizenNumbers();
  const resident = regions.user(residentAccount)?.bsn ?? null;
  const publisher = (code: string) => regions.partner(code);
  const told = (household: ImaginedHousehold, story: Story, cast: PlacedCast): readonly CloudEvent[] => {
    const tell = new Telling(household, { publisher, calendar, chance: new Chance(household.key), prefix: 'demo' }, { knownByNumberOnly: byNumberOnly.has(story) });
    story(tell, cast);
    return tell.events;
  };
  const inhabited = (cast: PlacedCast, digits: string): CloudEvent[] => {
    const place = { region: cast.region, area: cast.area, digits };
    const stories = neighbourhood.flatMap(([story, times]) => Array.from({ length: times }, () => story));
    return stories.flatMap((story, index) => told(someHousehold(index + 1, place, { chance: new Chance(`${cast.area}:${index}`), calendar, numbers }), story, cast));
  };
  return [
    ...told(speelman(numbers, calendar), unawareOfEachOther, deLariks),
    ...told(venema(numbers, calendar), backAtTheTable, deLariks),
    ...told(blokker(numbers, calendar), theSameMorning, princenhof),
    ...told(botman(numbers, calendar, resident), carerAndCaredFor, princenhof),
    ...inhabited(deLariks, '9403'),
    ...inhabited(princenhof, '1611'),
  ];
};
