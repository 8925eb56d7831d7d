import type { ContactPersonRow, ProfessionalView } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { OpenData, OpenProfessional } from '../event-data.ts';
import { endOfDateOrInstant, type Instant } from '../time/amsterdam.ts';
import { professionalOf, type Happening } from './happening.ts';
import type { Part } from './part.ts';

type Row = ContactPersonRow<Personal>;

/** A contact person who is active, as the organisation that answers for it says. */
export type Holder = {
  readonly publisher: string;
  readonly organisation: string;
  readonly professional: ProfessionalView<Personal>;
  readonly since: string;
  readonly from: Instant;
  readonly residentPreferred: boolean;
  readonly because: string[];
  cover: NonNullable<Row['cover']> | null;
  coveredUntil: Instant;
};

/** How many contact persons there were from an instant on, and by which event. */
type Count = { readonly from: Instant; readonly count: number; readonly because: string };

export type ContactPersons = {
  /** In the order in which they were assigned; at most one an organisation. */
  holders: Holder[];
  /** The last assigned, and since when it has been the last: also since the one after it was released. */
  current: { readonly holder: Holder; readonly from: Instant } | null;
  /** Every change of their number, oldest first: how long there has been none, or more than one. */
  readonly counts: Count[];
  /** Who asked whom to take over, by the asker's id. */
  readonly takeovers: Map<string, { readonly publisher: string; readonly organisation: string; readonly to: string }[]>;
};

const recount = (contacts: ContactPersons, happening: Happening): void => {
  const holder = contacts.holders.at(-1);
  if (holder !== contacts.current?.holder) contacts.current = holder ? { holder, from: happening.at } : null;
  const last = contacts.counts.at(-1);
  if ((last?.count ?? 0) === contacts.holders.length) return;
  contacts.counts.push({ from: happening.at, count: contacts.holders.length, because: happening.event.id });
};

type Named = { readonly organisation: string; readonly pointer: string; readonly professional: OpenProfessional; readonly residentPreferred: boolean };

const holderOf = (happening: Happening, { organisation, pointer, professional, residentPreferred }: Named): Holder => ({
  publisher: happening.event.partner,
  organisation,
  professional: professionalOf(happening, pointer, professional),
  since: happening.when,
  from: happening.at,
  residentPreferred,
  because: [happening.event.id],
  cover: null,
  coveredUntil: -Infinity,
});

/** A new assignment by the same organisation replaces its former one; one by another organisation stands beside it. */
const holds = (contacts: ContactPersons, holder: Holder): void => {
  contacts.holders = [...contacts.holders.filter(({ organisation }) => organisation !== holder.organisation), holder];
};

/** The contact person that an event is about: that of the organisation it speaks for, else the last that its publisher assigned. */
const ownHolder = (contacts: ContactPersons, happening: Happening): Holder | undefined =>
  contacts.holders.find(({ organisation }) => organisation === happening.organisation) ??
  contacts.holders.findLast(({ publisher }) => publisher === happening.event.partner);

const letGo = (contacts: ContactPersons, holder: Holder | undefined): void => {
  contacts.holders = contacts.holders.filter((one) => one !== holder);
};

const assign = (contacts: ContactPersons, happening: Happening<OpenData['nl.kring.contact-persons.assigned.v1']>): void => {
  const { professional, residentPreferred } = happening.data;
  holds(contacts, holderOf(happening, { organisation: happening.organisation, pointer: '/professional', professional, residentPreferred }));
  recount(contacts, happening);
};

const handOver = (contacts: ContactPersons, happening: Happening<OpenData['nl.kring.contact-persons.handed-over.v1']>): void => {
  const { from, to, toOrganisation } = happening.data;
  const named = contacts.holders.find(({ organisation, professional }) => professional.id === from.id && organisation === happening.organisation);
  letGo(contacts, named ?? ownHolder(contacts, happening));
  holds(contacts, holderOf(happening, { organisation: toOrganisation ?? happening.organisation, pointer: '/to', professional: to, residentPreferred: false }));
  recount(contacts, happening);
};

const release = (contacts: ContactPersons, happening: Happening): void => {
  letGo(contacts, ownHolder(contacts, happening));
  recount(contacts, happening);
};

/** Cover that is over already when it is arranged takes back what cover there was. */
const arrangeCover = (contacts: ContactPersons, happening: Happening<OpenData['nl.kring.contact-persons.cover-arranged.v1']>): void => {
  const holder = ownHolder(contacts, happening);
  const { professional, until } = happening.data;
  if (!holder) return;
  const end = endOfDateOrInstant(until);
  holder.cover = { professional: professionalOf(happening, '/professional', professional), until, because: [happening.event.id] };
  holder.coveredUntil = end > happening.at ? end : Math.min(holder.coveredUntil, happening.at);
};

const requestTakeover = (contacts: ContactPersons, happening: Happening<OpenData['nl.kring.takeovers.requested.v1']>): void => {
  const { takeoverId, to } = happening.data;
  const asked = { publisher: happening.event.partner, organisation: happening.organisation, to };
  contacts.takeovers.set(takeoverId, [...(contacts.takeovers.get(takeoverId) ?? []), asked]);
};

/**
 * The contact person changes with the takeover, at one instant (S1.21): the asker's own gives way to the one who accepts.
 * Where a third organisation has the contact person, the takeover is none of its doing and leaves it in place.
 */
const acceptTakeover = (contacts: ContactPersons, happening: Happening<OpenData['nl.kring.takeovers.accepted.v1']>): void => {
  const asked = contacts.takeovers.get(happening.data.takeoverId) ?? [];
  const request = asked.findLast(({ to }) => to === happening.organisation) ?? asked.at(-1);
  const askers = contacts.holders.find(({ organisation }) => organisation === request?.organisation);
  const others = contacts.holders.filter((holder) => holder !== askers && holder.organisation !== happening.organisation);
  if (others.length > 0 && !askers) return;
  letGo(contacts, askers);
  const { professional } = happening.data;
  holds(contacts, holderOf(happening, { organisation: happening.organisation, pointer: '/professional', professional, residentPreferred: false }));
  recount(contacts, happening);
};

export const contactPersonsPart: Part<ContactPersons> = {
  empty: () => ({ holders: [], current: null, counts: [], takeovers: new Map() }),
  on: {
    'nl.kring.contact-persons.assigned.v1': assign,
    'nl.kring.contact-persons.handed-over.v1': handOver,
    'nl.kring.contact-persons.released.v1': release,
    'nl.kring.contact-persons.cover-arranged.v1': arrangeCover,
    'nl.kring.takeovers.requested.v1': requestTakeover,
    'nl.kring.takeovers.accepted.v1': acceptTakeover,
  },
};
