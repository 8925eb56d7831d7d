import type { AlertRow, Sensitivity } from '@kring/contracts';
import { oldestFirst } from '../circle/chronicle.ts';
import type { Situation } from '../circle/situation.ts';
import type { Severity } from '../rules/region-rules.ts';
import { textOf, type Instant } from '../time/amsterdam.ts';

export type Message = AlertRow['message'];

/** One standing alert, as its rule finds it. */
export type Raised = {
  readonly since: Instant;
  /** In any order, and with doubles if need be. */
  readonly because: readonly string[];
  /** Partner code of who should act, or `each-involved`; null when that may not be told. */
  readonly actor: string | null;
  readonly organisations: readonly string[];
  readonly message: Message;
  /** Where it differs from that of the rule. */
  readonly severity?: Severity;
  /** `hidden` where it is about something hidden; else everybody who sees the circle may know of it. */
  readonly sensitivity?: Sensitivity;
};

export type AlertRule = {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** The rule's threshold in words, such as `2 steps`. */
  readonly threshold: (situation: Situation) => string | null;
  readonly raisedBy: (situation: Situation) => readonly Raised[];
};

/** The rows of one rule: what stands, with the severity that the region gives it. */
export const rowsOf = (rule: AlertRule, situation: Situation): AlertRow[] =>
  rule.raisedBy(situation).map(({ since, because, actor, organisations, message, severity, sensitivity = 'normal' }) => ({
    code: rule.code,
    name: rule.name,
    severity: situation.rules.severities[rule.code] ?? severity ?? rule.severity,
    since: textOf(since),
    message,
    actor,
    organisations: [...organisations],
    sensitivity,
    threshold: rule.threshold(situation),
    because: oldestFirst(because, situation.facts.chronicle),
  }));
