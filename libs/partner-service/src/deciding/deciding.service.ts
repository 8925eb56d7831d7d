import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { WrongExpectedRevision } from '@kring/event-store';
import { Clock, problem } from '@kring/platform';
import { PARTNER_LEDGER } from '../ledger/ledger.ts';
import type { LedgerEvent, LedgerPage, PartnerLedger, Receipt } from '../ledger/ledger.ts';
import { stateOf } from './decider.ts';
import type { Circumstances, Decide, Decider, EventClass, Fact } from './decider.ts';
import { digestOf } from './digest.ts';
import type { HouseholdCommand } from './household.command.ts';
import { Refused, Unfit, unfit } from './refusal.ts';
import { Services } from './services.ts';
import type { Acting } from './services.ts';
import { usualPurpose } from './usual-purpose.ts';

/** How often a decision is made again on a page that someone else is writing on, before the sender is asked to come back. */
const mostAttempts = 5;
/** A fact may lie a day ahead at most; see the published language. In milliseconds. */
const furthestAhead = 24 * 3_600_000;

/** One command on its way: what was asked, by whom, and the name its receipt is kept under. */
type Undertaking = {
  readonly command: HouseholdCommand;
  readonly acting: Acting;
  readonly circumstances: Circumstances;
  readonly commandId: string;
  readonly commandDigest: string;
};

/**
 * The one place where a command becomes facts: load the partner's page, fold it, decide, append with the revision that the
 * decision rests on. A command whose `Idempotency-Key` was seen before is answered with the first receipt.
 */
@Injectable()
export class DecidingService {
  constructor(
    @Inject(PARTNER_LEDGER) private readonly ledger: PartnerLedger,
    private readonly services: Services,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 with the rule that refuses it, 400 for what contradicts itself, 412 when `If-Match` no longer holds. */
  async decide<State, Class extends EventClass>(command: HouseholdCommand, decider: Decider<State, Class>, decide: Decide<State>): Promise<Receipt> {
    const acting = this.services.actingFor(command);
    try {
      return await this.carryOut(this.undertake(command, acting), (page, circumstances) => decide(stateOf(decider, page.events), circumstances));
    } catch (error) {
      throw asProblem(error);
    }
  }

  private async carryOut(undertaking: Undertaking, decide: (page: LedgerPage, circumstances: Circumstances) => readonly Fact[]): Promise<Receipt> {
    const { command, acting, circumstances } = undertaking;
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const earlier = await this.earlierReceipt(undertaking);
      if (earlier) return earlier;
      const page = await this.ledger.read(acting.partner, command.household);
      mustMatch(command.issue.ifMatch, page.revision);
      const facts = decide(page, circumstances);
      if (facts.length === 0) return nothingNew(page);
      const receipt = await this.record(undertaking, page.revision, facts);
      if (receipt) return receipt;
    }
    throw problem.unavailable('Others are writing about this household at the same moment; send it again.', 1);
  }

  private undertake(command: HouseholdCommand, acting: Acting): Undertaking {
    const { partner, service, mandates } = acting;
    const now = this.clock.now();
    const occurredAt = command.occurredAt === undefined ? now : new Date(command.occurredAt);
    if (occurredAt.getTime() - now.getTime() > furthestAhead) unfit('occurred-in-the-future', '/occurredAt', 'A fact may lie 24 hours ahead at most.');
    return {
      command,
      acting,
      circumstances: { partner, service, mandates, now: now.toISOString(), occurredAt: occurredAt.toISOString() },
      commandId: command.issue.idempotencyKey ?? randomUUID(),
      commandDigest: digestOf({ command: command.constructor.name, body: command }),
    };
  }

  private async earlierReceipt({ command, acting, commandId, commandDigest }: Undertaking): Promise<Receipt | undefined> {
    if (command.issue.idempotencyKey === null) return undefined;
    const earlier = await this.ledger.receiptOf(acting.partner, { commandId, commandDigest });
    if (!earlier || earlier.sameCommand) return earlier?.receipt;
    throw problem.badRequest('This Idempotency-Key was used for another command; take a new one.', [
      { pointer: '', rule: 'idempotency-key-reused', detail: 'A key belongs to one command with one body.' },
    ]);
  }

  /** Nothing when someone else wrote first: then we look again, and decide again. */
  private async record(undertaking: Undertaking, expectedRevision: number, facts: readonly Fact[]): Promise<Receipt | undefined> {
    const { command, acting, commandId, commandDigest } = undertaking;
    const events = facts.map((one) => this.told(one, undertaking));
    const by = command.issue.caller.kind === 'user' ? command.issue.caller.subject : null;
    try {
      return await this.ledger.write(acting.partner, { household: command.household, events, expectedRevision, commandId, commandDigest, by });
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      // The same command may have been on its way twice, and the other one arrived first: then its receipt is the answer.
      const earlier = await this.earlierReceipt(undertaking);
      if (earlier) return earlier;
      throw error;
    }
  }

  private told({ type, data }: Fact, { command, acting, circumstances }: Undertaking): LedgerEvent {
    const legalBasis = command.legalBasis ?? acting.legalBasis;
    const purpose = command.purpose ?? usualPurpose(type);
    const sensitivity = command.sensitivity ?? acting.sensitivity;
    return { type, data: { ...data, legalBasis, purpose, sensitivity }, occurredAt: circumstances.occurredAt };
  }
}

const nothingNew = ({ householdId, revision, events }: LedgerPage): Receipt => ({ householdId, position: events.at(-1)?.position ?? '', revision, events: [] });

/** Refusals as they are told over HTTP: what is recorded stands in the way, or the command contradicts itself. */
const asProblem = (error: unknown): unknown => {
  if (error instanceof Refused) return problem.conflict(error.rule, error.detail);
  if (error instanceof Unfit) return problem.badRequest(error.detail, [{ pointer: error.pointer, rule: error.rule, detail: error.detail }]);
  return error;
};

const mustMatch = (allowed: readonly number[] | null, revision: number): void => {
  if (allowed !== null && !allowed.includes(revision)) throw problem.preconditionFailed('More was recorded since the revision in If-Match; look again and decide again.');
};
