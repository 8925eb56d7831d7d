/** A box does not open: another key, another event, or tampered with. Says nothing of its content. */
export class BoxUnreadable extends Error {
  override readonly name = 'BoxUnreadable';
  constructor() {
    super('the box does not open');
  }
}
