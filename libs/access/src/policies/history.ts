import type { Caller } from '../caller.ts';
import type { AccessLogEntry } from '../log/access-log-entry.ts';
import type { Relation } from './policy.ts';

/** Who may go through the events of a household one by one. */
export const mayReplay: Readonly<Record<Relation, boolean>> = {
  caseworker: false, 'contact-person': true, coordinator: true, corporation: false, auditor: true, resident: true,
};

type LogSeen = (entry: AccessLogEntry, caller: Caller) => boolean;
const every: LogSeen = () => true;
const ownActions: LogSeen = ({ viewer }, { subject }) => viewer === subject;
const ownOrganisation: LogSeen = ({ organisation }, { partner }) => organisation !== null && organisation === partner;

const logSeenBy: Readonly<Record<Relation, LogSeen>> = {
  caseworker: ownActions, 'contact-person': every, coordinator: every, corporation: ownOrganisation, auditor: every, resident: every,
};

/** The lines of a household's access log that a reader sees. */
export const accessLogSeen = (caller: Caller, relation: Relation, entries: readonly AccessLogEntry[]): AccessLogEntry[] =>
  entries.filter((entry) => logSeenBy[relation](entry, caller));
