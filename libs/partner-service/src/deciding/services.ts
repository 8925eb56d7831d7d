import { Injectable } from '@nestjs/common';
import type { LegalBasis, Role, Sensitivity } from '@kring/contracts';
import { problem } from '@kring/platform';
import { Regions } from '@kring/regions';
import type { FunctionalRole, Mandate, Service } from '@kring/regions';
import type { HouseholdCommand } from './household.command.ts';

export type CommandClass = abstract new () => HouseholdCommand;

/** What one of the five services does for its partners. */
export type ServiceOffer = {
  readonly service: Service;
  /** The ground under which its partners usually work; a command may name another. */
  readonly legalBasis: LegalBasis;
  readonly commands: readonly CommandClass[];
  /** The few that a volunteer, a connector or a key figure may send too. */
  readonly alsoForVolunteers: readonly CommandClass[];
};

/** In whose name a command is carried out, and what it says where the sender said nothing. */
export type Acting = {
  readonly partner: string;
  readonly service: Service;
  readonly mandates: readonly Mandate[];
  readonly legalBasis: LegalBasis;
  readonly sensitivity: Sensitivity;
};

/** Whoever works on cases for the partner. */
const caseRoles: ReadonlySet<string> = new Set<FunctionalRole>(['caseworker', 'coordinator']);
/** People who are in nobody's service: they tell what they notice, and decide about no one. */
const volunteerRoles: ReadonlySet<string> = new Set<Role>(['volunteer', 'neighbourhood-connector', 'key-figure']);

/** Which service does what for whom. A command that is not the caller's to send answers as if it did not exist. */
@Injectable()
export class Services {
  private readonly offers = new Map<Service, ServiceOffer>();

  constructor(private readonly regions: Regions) {}

  offer(offer: ServiceOffer): void {
    this.offers.set(offer.service, offer);
  }

  actingFor(command: HouseholdCommand): Acting {
    const { caller, partner: sender } = command.issue;
    if (caller.partner !== sender) throw problem.notFound();
    const partner = this.regions.partner(command.onBehalfOf ?? sender);
    const offer = partner?.service ? this.offers.get(partner.service) : undefined;
    if (!partner || !offer || !includes(offer.commands, command)) throw problem.notFound();
    if (!this.regions.mayPublishFor(sender, partner.code)) throw problem.forbidden('The partner in onBehalfOf has not delegated this; leave it out or ask that partner.');
    if (!maySend(command, offer)) throw problem.forbidden('This is for those who do casework for the partner; tell them what you noticed.');
    return { partner: partner.code, service: offer.service, legalBasis: offer.legalBasis, sensitivity: partner.sensitivity, mandates: partner.mandates };
  }
}

const includes = (classes: readonly CommandClass[], command: HouseholdCommand): boolean => classes.some((one) => command.constructor === one);

const maySend = (command: HouseholdCommand, { alsoForVolunteers }: ServiceOffer): boolean => {
  const { kind, roles } = command.issue.caller;
  const has = (wanted: ReadonlySet<string>): boolean => roles.some((role) => wanted.has(role));
  return kind === 'system' || has(caseRoles) || (has(volunteerRoles) && includes(alsoForVolunteers, command));
};
