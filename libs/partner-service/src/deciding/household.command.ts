import { IsNotEmptyObject } from 'class-validator';
import { HasShape, HouseholdReference, IsCode, IsInstant, IsOneOf, Optional, legalBases, purposes, sensitivities } from '@kring/contracts';
import type { LegalBasis, Purpose, Sensitivity } from '@kring/contracts';
import type { Issue } from '../http/issue.ts';

/** What every command about a household may say. Only `household` must be there. */
export abstract class HouseholdCommand {
  @HasShape(() => HouseholdReference) @IsNotEmptyObject() household!: HouseholdReference;
  /** When it happened; now where it is left out. */
  @Optional() @IsInstant() occurredAt?: string;
  /** The usual ground of the service where it is left out. */
  @Optional() @IsOneOf(legalBases) legalBasis?: LegalBasis;
  @Optional() @IsOneOf(purposes) purpose?: Purpose;
  /** The partner's own default where it is left out. */
  @Optional() @IsOneOf(sensitivities) sensitivity?: Sensitivity;
  /** Code of the partner in whose name this is done, where that partner delegated it. */
  @Optional() @IsCode() onBehalfOf?: string;
  /** How it came in. It has no rule because it is not part of the body: a body that carries it is refused. */
  issue!: Issue;
}

/** A command with how it came in, out of sight of whoever compares or prints the command. */
export const issued = <Command extends HouseholdCommand>(command: Command, issue: Issue): Command =>
  Object.defineProperty(command, 'issue', { value: issue, enumerable: false });

const frame = ['household', 'occurredAt', 'legalBasis', 'purpose', 'sensitivity', 'onBehalfOf'] as const;
type Frame = (typeof frame)[number] | 'issue';
const isFrame = (name: string): boolean => (frame as readonly string[]).includes(name);

/** What a command says that not every command says: what a decider needs to hear. */
export const contentOf = <Command extends HouseholdCommand>(command: Command): Omit<Command, Frame> =>
  Object.fromEntries(Object.entries(command).filter(([name, value]) => !isFrame(name) && value !== undefined)) as Omit<Command, Frame>;
