import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { KeyOutcome, KeyTask } from './key-file.ts';

/** Writes wrapped keys, tombstones and the epoch. It never sees a key that is not wrapped. */
export class KeyWriter {
  readonly #find: StatementSync;
  readonly #create: StatementSync;
  readonly #destroy: StatementSync;
  readonly #prove: StatementSync;
  readonly #proof: StatementSync;
  readonly #nextEpoch: StatementSync;

  constructor(connection: DatabaseSync) {
    this.#find = connection.prepare('SELECT box FROM data_key WHERE subject = ?');
    this.#create = connection.prepare('INSERT INTO data_key (subject, box) VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.#destroy = connection.prepare('INSERT INTO data_key (subject, box) VALUES (?, NULL) ON CONFLICT (subject) DO UPDATE SET box = NULL');
    this.#prove = connection.prepare('INSERT INTO start (one, epoch, proof) VALUES (1, 0, ?) ON CONFLICT DO NOTHING');
    this.#proof = connection.prepare('SELECT proof FROM start');
    this.#nextEpoch = connection.prepare('UPDATE start SET epoch = max(epoch + 1, ?) RETURNING epoch');
  }

  carryOut(task: KeyTask): KeyOutcome {
    if ('create' in task) return this.#createMissing(task.create);
    if ('epoch' in task) return this.#nextEpoch.get(task.epoch) as { epoch: number };
    if ('proof' in task) {
      this.#prove.run(task.proof);
      return this.#proof.get() as { proof: Uint8Array };
    }
    this.#destroy.run(task.destroy);
    return { done: true };
  }

  #createMissing(keys: readonly { readonly subject: string; readonly box: Uint8Array }[]): KeyOutcome {
    const destroyed = keys.find(({ subject }) => (this.#find.get(subject) as { box: Uint8Array | null } | undefined)?.box === null);
    if (destroyed) return { destroyed: destroyed.subject };
    for (const { subject, box } of keys) this.#create.run(subject, box);
    return { done: true };
  }
}
