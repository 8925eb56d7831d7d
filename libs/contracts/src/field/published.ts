import type { ClassConstructor } from 'class-transformer';
import type { PublisherKind } from '../codes/ground.ts';

/** A class that describes the data of one type of event. */
export type EventClass = ClassConstructor<object> & { readonly type: string };
/** An event as deciders and the fold take it: its type and its data. */
export type ContractEvent<One> = One extends { readonly type: infer Name extends string; new (): infer Data } ? { readonly type: Name; readonly data: Data } : never;

/** A partner may only use some of a field's codes: those in `values`, for publishers of the kind `only`, or of any kind but `except`. */
export type PublisherLimit = { readonly field: string; readonly values: readonly string[]; readonly only?: string; readonly except?: string };

export type Publication = {
  /** Kinds of partner that may publish it. */
  readonly by: readonly PublisherKind[];
  /** A partner of any other kind may publish it too if its region gave it this mandate. */
  readonly mandate?: 'contact-person';
  /** Who is expected to, among those who may. A fact told by another is stored all the same, and an alert follows where a rule asks one. */
  readonly expected?: 'contact-person' | 'involved' | 'receiver' | 'requester' | 'team';
  readonly limits?: readonly PublisherLimit[];
  /** Rows of the list of features that need this event. */
  readonly features?: readonly string[];
};

const publications = new WeakMap<object, Publication>();

/** Says who may publish the event that the class describes. */
export const Published =
  (publication: Publication) =>
  (described: EventClass): void => {
    publications.set(described, publication);
  };

/** Throws where a class of the catalogue does not say who may publish it: that is a mistake of ours, found at start. */
export const publicationOf = (described: EventClass): Publication => {
  const publication = publications.get(described);
  if (!publication) throw new Error(`${described.name} does not say who may publish it.`);
  return publication;
};
