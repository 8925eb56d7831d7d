import { EventStoreUnavailable } from '@kring/event-store';

/** The hub gave no answer that can be used, after every attempt. Nothing is lost: the same command may be sent again. */
export class HubUnreachable extends EventStoreUnavailable {
  constructor(reason: string) {
    super(`the hub cannot be reached: ${reason}`);
  }
}
