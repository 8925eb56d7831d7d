import type { Contender } from '../harness/contender.ts';
import { Connection, requestBytes } from '../load/connection.ts';
import { startOwnHub } from '../load/own-hub.ts';
import { BackOffice, publisher } from '../load/published-event.ts';

type Options = { readonly folder: string; readonly batch: number; readonly connections: number; readonly households: number; readonly seconds: number };

/** A real hub that is published to over HTTP. The bodies are made between the rounds: making them is the partner's work. */
export const open = async ({ folder, batch, connections, households, seconds }: Options): Promise<Contender> => {
  const { hub, port } = await startOwnHub(folder);
  const token = await hub.token(publisher.partner);
  const office = new BackOffice(households);
  const lines = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' };
  const body = (): Buffer => requestBytes({ method: 'POST', path: '/v1/events', headers, body: JSON.stringify(office.next(batch)) });
  /** More than can be taken within the time: some 20,000 events a second. */
  const prepared = Math.ceil((20_000 * seconds) / batch) + connections;

  const publish = async (line: Connection, request: Buffer): Promise<number> => {
    const { status, body: answer } = await line.request(request);
    if (status !== 202) throw new Error(`publishing answered ${status}: ${answer.toString().slice(0, 200)}`);
    const { accepted } = JSON.parse(answer.toString()) as { readonly accepted: number };
    if (accepted !== batch) throw new Error(`of ${batch} events ${accepted} were accepted: ${answer.toString().slice(0, 300)}`);
    return accepted;
  };
  // A household's first event makes its key and its place in the index, which happens once in its life and is not what is measured.
  for (let known = 0; known < households; known += batch) await publish(lines[0]!, body());

  const measure = async () => {
    const bodies = Array.from({ length: prepared }, body);
    let taken = 0;
    const from = performance.now();
    const until = from + seconds * 1_000;
    const publishAll = async (line: Connection): Promise<void> => {
      while (performance.now() < until) {
        const next = bodies.pop();
        if (!next) throw new Error('the bodies that were prepared did not last');
        taken += await publish(line, next);
      }
    };
    await Promise.all(lines.map(publishAll));
    return { value: (taken * 1_000) / (performance.now() - from) };
  };
  const close = async (): Promise<void> => {
    for (const line of lines) line.close();
    await hub.end();
  };
  return { measure, close };
};
