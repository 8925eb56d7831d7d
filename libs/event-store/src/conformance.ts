import { describe, jest } from '@jest/globals';
import { appending } from './conformance/appending.ts';
import { content } from './conformance/content.ts';
import { expectations } from './conformance/expectations.ts';
import { following } from './conformance/following.ts';
import { followingWhileWriting } from './conformance/following-while-writing.ts';
import type { OpenEventStore } from './conformance/given.ts';
import { lifetime } from './conformance/lifetime.ts';
import { readingAll } from './conformance/reading-all.ts';
import { readingStreams } from './conformance/reading-streams.ts';
import { repeating } from './conformance/repeating.ts';

export type { OpenedEventStore, OpenEventStore } from './conformance/given.ts';

/** A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs. */
const patience = 60_000;

/** What every event store does, whatever keeps its events. The store that `open` gives may hold events already. */
export const eventStoreConformance = (name: string, open: OpenEventStore): void => {
  jest.setTimeout(patience);
  describe(`the event store: ${name}`, () => {
    appending(open);
    expectations(open);
    repeating(open);
    readingStreams(open);
    readingAll(open);
    following(open);
    followingWhileWriting(open);
    content(open);
    lifetime(open);
  });
};
