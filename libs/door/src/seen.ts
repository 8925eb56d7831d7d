/** What the door remembers of an event it took: enough to recognise it again and to give its receipt. */
export type SeenRow = {
  readonly digest: string;
  readonly position: string;
  readonly revision: number;
  readonly householdId: string | null;
  readonly status: 'accepted' | 'unresolved';
  /** For the first event of a command: what the command led to. */
  readonly command?: { readonly digest: string; readonly events: readonly { readonly id: string; readonly type: string }[] };
};

/** An event between the door's decision and the follower's writing it down. */
export type PendingEvent = { readonly digest: string; readonly stored: Promise<SeenRow> };
