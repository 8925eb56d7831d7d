/** An operator removed the stream for ever: it can neither be read nor appended to. Nothing of Kring does that. */
export class StreamTombstoned extends Error {
  override readonly name = 'StreamTombstoned';
  constructor(readonly stream: string) {
    super(`stream ${stream} was tombstoned at the event store; it must be restored from a backup`);
  }
}
