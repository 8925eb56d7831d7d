import type { Arrival, Door, Publisher, Rejections } from '@kring/door';
import type { Answer } from './report.ts';
import { Report } from './report.ts';
import { arrivalOf } from './arrivals.ts';
import { linesOf } from './lines.ts';

export type IntakeParts = { readonly door: Door; readonly rejections: Rejections; readonly maxEventBytes: number };

/** Events that go through the door together, and how many such groups may be on their way at once. */
const groupSize = 250;
const groupBytes = 512 * 1024;
const groupsAtOnce = 3;

/** Takes the events of a request through the door, keeps what was refused for its publisher, and says what became of all. */
export class Intake {
  constructor(private readonly parts: IntakeParts) {}

  async list(publisher: Publisher, arrivals: readonly Arrival[], pointed: 'list' | 'single'): Promise<Answer> {
    const report = new Report(pointed);
    for (let from = 0; from < arrivals.length; from += groupSize) report.add(await this.#group(publisher, arrivals.slice(from, from + groupSize)));
    return report.answer(await this.#head());
  }

  /** One that was refused before. If it is again, its rejection stays as it was kept. */
  async again(publisher: Publisher, arrival: Arrival): Promise<Answer> {
    const report = new Report('single');
    report.add(await this.parts.door.admit(publisher, [arrival]));
    return report.answer(await this.#head());
  }

  /** NDJSON of any length: read as fast as events can be stored, and no faster. */
  async lines(publisher: Publisher, body: AsyncIterable<Uint8Array>): Promise<Answer> {
    const report = new Report('list');
    const onTheirWay: Promise<void>[] = [];
    let reported: Promise<void> = Promise.resolve();
    const send = async (group: readonly Arrival[]): Promise<void> => {
      const outcomes = this.#group(publisher, group);
      outcomes.catch(() => undefined);
      const before = reported;
      reported = (async () => {
        await before;
        report.add(await outcomes);
      })();
      reported.catch(() => undefined);
      onTheirWay.push(reported);
      if (onTheirWay.length >= groupsAtOnce) await onTheirWay.shift();
    };
    for await (const group of this.#groups(body)) await send(group);
    await reported;
    return report.answer(await this.#head());
  }

  async *#groups(body: AsyncIterable<Uint8Array>): AsyncGenerator<Arrival[]> {
    const { maxEventBytes } = this.parts;
    let group: Arrival[] = [];
    let bytes = 0;
    for await (const line of linesOf(body, maxEventBytes)) {
      group.push(arrivalOf(line, maxEventBytes));
      bytes += 'bytes' in line ? line.bytes.length : 0;
      if (group.length < groupSize && bytes < groupBytes) continue;
      yield group;
      group = [];
      bytes = 0;
    }
    if (group.length > 0) yield group;
  }

  async #group(publisher: Publisher, arrivals: readonly Arrival[]): ReturnType<Door['admit']> {
    const outcomes = await this.parts.door.admit(publisher, arrivals);
    await this.parts.rejections.keep(publisher, arrivals, outcomes);
    return outcomes;
  }

  #head(): Promise<string> {
    return this.parts.door.parts.eventStore.head();
  }
}
