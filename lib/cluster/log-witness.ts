import type { Origin } from '../trace/event.ts';
import type { Observe } from '../trace/recorder.ts';
import { idOf, type LogBatch } from './entry.ts';
import {
  type BatchWitness,
  entryFrames,
  type ObserverAt,
  tellFrames,
} from './witness.ts';

/** A link between a node and the log. */
interface Line {
  readonly link: string;
  readonly node: Observe;
  readonly log: Observe;
  /** Whether the log can reach the node. */
  up: boolean;
  /** How many batches the log has sent to the node. */
  sent: number;
  /** How many frames each end has received. */
  toLog: number;
  toNode: number;
}

/** A batch at its place in the log, and where the log got each entry. */
interface Place {
  readonly position: number;
  readonly batch: LogBatch;
  readonly of: readonly (Origin | undefined)[];
}

/**
 * Keeps the record of a log, which keeps none itself. What it has received, and in which order, its readers
 * tell: the position of a batch is its place in the log. For a scene: it remembers everything.
 */
export class LogWitness implements BatchWitness {
  readonly #lines = new Map<string, Line>();
  /** Which node's line each batch came from. */
  readonly #from = new Map<string, Line>();
  readonly #places: Place[] = [];

  constructor(nodes: readonly string[], log: string, observer: ObserverAt) {
    for (const node of nodes) {
      const link = `${node}>${log}`;
      const ends = { node: observer(node, link), log: observer(log, link) };
      ends.node({ what: 'opened', by: 'self', role: 'relay' });
      ends.log({ what: 'opened', by: 'peer', role: 'relay' });
      this.#lines.set(node, { link, ...ends, up: true, sent: 0, toLog: 0, toNode: 0 });
    }
  }

  leaves(node: string, batch: LogBatch): void {
    const line = this.#lines.get(node);
    if (line === undefined || this.#from.has(idOf(batch))) return;
    this.#from.set(idOf(batch), line);
    tellFrames(line.node, 'sent', batch, entryFrames(batch, batch.of));
  }

  arrives(node: string, position: number, batch: LogBatch): LogBatch {
    const line = this.#lines.get(node);
    if (line === undefined) return batch;
    const known = this.#places.findLastIndex(place => place.position === position);
    this.#send(line, known < 0 ? this.#take(position, batch) : known);
    const frames = entryFrames(batch);
    tellFrames(line.node, 'received', batch, frames);
    const of = frames.map(frame => frame && { link: line.link, nth: ++line.toNode });
    return { ...batch, of };
  }

  cutOff(node: string, is: boolean): void {
    const line = this.#lines.get(node);
    if (line) line.up = !is;
  }

  closes(node: string, how: 'ended' | 'reset'): void {
    const line = this.#lines.get(node);
    if (line === undefined) return;
    this.#lines.delete(node);
    line.node({ what: how, by: 'self' });
    line.log({ what: how, by: 'peer' });
    for (const end of [line.node, line.log]) end({ what: 'closed', by: 'self' });
  }

  /** The first node that reads a position shows what the log has there, and sends to all. */
  #take(position: number, batch: LogBatch): number {
    const line = this.#from.get(idOf(batch));
    const frames = entryFrames(batch);
    if (line) tellFrames(line.log, 'received', batch, frames);
    const of = frames.map(
      frame => frame && line && { link: line.link, nth: ++line.toLog },
    );
    const place = this.#places.push({ position, batch, of }) - 1;
    for (const one of this.#lines.values()) if (one.up) this.#send(one, place);
    return place;
  }

  /** Sends one node everything up to a place. */
  #send(line: Line, until: number): void {
    for (const { batch, of } of this.#places.slice(line.sent, until + 1)) {
      tellFrames(line.log, 'sent', batch, entryFrames(batch, of));
      line.sent++;
    }
  }
}
