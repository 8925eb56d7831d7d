import { RuleBroken } from '@kring/household';

/** The command is well formed, but what is already recorded does not allow it. The detail says what to do next, without personal data. */
export class Refused extends RuleBroken {
  constructor(rule: string, readonly detail: string) {
    super(rule);
  }
}

/** The command contradicts itself: no state of affairs would allow it. `pointer` says where in the body. */
export class Unfit extends RuleBroken {
  constructor(rule: string, readonly pointer: string, readonly detail: string) {
    super(rule);
  }
}

export const refuse = (rule: string, detail: string): never => {
  throw new Refused(rule, detail);
};

export const unfit = (rule: string, pointer: string, detail: string): never => {
  throw new Unfit(rule, pointer, detail);
};
