import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseUnusable, type WritableDatabase } from './database.ts';
import { describeFault, faultOf, type Fault } from './fault.ts';

/** What a writing thread does: each task is carried out inside the transaction of its group. */
export type GroupHandler<Task, Outcome> = {
  readonly database: WritableDatabase;
  /** Throws only what SQLite throws; a refusal is an outcome like any other. */
  carryOut(task: Task): Outcome;
  /** The transaction was rolled back: forget whatever was remembered from it. */
  forget?(): void;
  /** What belongs to these tasks once their transaction is durable, and before they are answered. */
  committed?(tasks: readonly Task[]): void;
  /** What may be done while nobody waits, until the next group. */
  answered?(): void;
};

export type GroupRequest<Task> = { readonly tasks: readonly Task[] } | { readonly close: true };

/** `outcomes`: the group was committed. `each`: it was not, and then its tasks were, or were not, one by one. */
export type GroupAnswer<Outcome> = { readonly outcomes: readonly Outcome[] } | { readonly each: readonly ({ readonly outcome: Outcome } | { readonly fault: Fault })[] };

export type OpenAnswer = { readonly opened: true } | { readonly unopened: string };

/**
 * So many pages of the write-ahead log are written back into the database file at a time, after the answer has left. It
 * takes some 10 ms, in which the next group gathers.
 */
const checkpointPages = 1_000;

/** The body of a writing thread: opens its database from the options it was started with, then serves groups until it is told to close. */
export const serveGroups = <Options, Task, Outcome>(open: (options: Options) => GroupHandler<Task, Outcome>): void => {
  const port = parentPort;
  if (!port) throw new Error('a writing thread is started by its store');
  const answer = (message: GroupAnswer<Outcome> | OpenAnswer): void => port.postMessage(message);
  let handler: GroupHandler<Task, Outcome>;
  try {
    handler = open(workerData as Options);
  } catch (error) {
    answer({ unopened: error instanceof DatabaseUnusable ? error.message : describeFault(faultOf(error)) });
    return port.close();
  }
  port.on('message', (request: GroupRequest<Task>) => {
    if ('close' in request) {
      handler.database.close();
      return port.close();
    }
    answer(commitGroup(handler, request.tasks));
    handler.answered?.();
    writeBack(handler.database.connection);
  });
  answer({ opened: true });
};

/** A group that fails is repeated task by task, so that a task that cannot be carried out takes no other with it. */
const commitGroup = <Task, Outcome>(handler: GroupHandler<Task, Outcome>, tasks: readonly Task[]): GroupAnswer<Outcome> => {
  try {
    return { outcomes: commit(handler, tasks) };
  } catch (error) {
    if (tasks.length === 1) return { each: [{ fault: faultOf(error) }] };
    return { each: tasks.map((task) => commitAlone(handler, task)) };
  }
};

const commitAlone = <Task, Outcome>(handler: GroupHandler<Task, Outcome>, task: Task): { readonly outcome: Outcome } | { readonly fault: Fault } => {
  try {
    return { outcome: commit(handler, [task])[0]! };
  } catch (error) {
    return { fault: faultOf(error) };
  }
};

const commit = <Task, Outcome>(handler: GroupHandler<Task, Outcome>, tasks: readonly Task[]): Outcome[] => {
  const { connection } = handler.database;
  connection.exec('BEGIN IMMEDIATE');
  try {
    const outcomes = tasks.map((task) => handler.carryOut(task));
    connection.exec('COMMIT');
    handler.committed?.(tasks);
    return outcomes;
  } catch (error) {
    handler.forget?.();
    // SQLite rolls back by itself after some faults; a second rollback would hide the first error.
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
};

/** A checkpoint that fails is tried again after the next group; what it would have moved is safe in the log. */
const writeBack = (connection: DatabaseSync): void => {
  try {
    const state = connection.prepare('PRAGMA wal_checkpoint(NOOP)').get() as { log: number; checkpointed: number };
    if (state.log - state.checkpointed >= checkpointPages) connection.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    return;
  }
};
