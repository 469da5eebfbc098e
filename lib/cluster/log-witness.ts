import type { Origin } from '../trace/event.ts';
import type { Observe } from '../trace/recorder.ts';
import { idOf, type LogBatch } from './entry.ts';
import {
  type BatchWitness,
  entryFrames,
  type ObserverAt,
  tellFrames,
} from './witness.ts';

/** A link between a node and the log, and how many frames each end has received on it. */
interface Line {
  readonly link: string;
  readonly node: Observe;
  readonly log: Observe;
  toLog: number;
  toNode: number;
}

type Origins = readonly (Origin | undefined)[];

/**
 * Keeps the record of a log, which keeps none itself. What it has received, and in which order, its readers
 * tell: the position of a batch is its place in the log. For a scene: it remembers everything.
 */
export class LogWitness implements BatchWitness {
  readonly #lines = new Map<string, Line>();
  /** Which node's line each batch came from. */
  readonly #from = new Map<string, Line>();
  /** By position: where the log got each entry. */
  readonly #origins = new Map<number, Origins>();

  constructor(nodes: readonly string[], log: string, observer: ObserverAt) {
    for (const node of nodes) {
      const link = `${node}>${log}`;
      const line = {
        link,
        node: observer(node, link),
        log: observer(log, link),
        toLog: 0,
        toNode: 0,
      };
      line.node({ what: 'opened', by: 'self', role: 'relay' });
      line.log({ what: 'opened', by: 'peer', role: 'relay' });
      this.#lines.set(node, line);
    }
  }

  leaves(node: string, batch: LogBatch): void {
    const line = this.#lines.get(node);
    if (line === undefined || this.#from.has(idOf(batch))) return;
    this.#from.set(idOf(batch), line);
    const frames = entryFrames(batch).map(
      (frame, at) => frame && withOrigin(frame, batch.of?.[at]),
    );
    tellFrames(line.node, 'sent', batch, frames);
  }

  arrives(node: string, position: number, batch: LogBatch): LogBatch {
    const line = this.#lines.get(node);
    if (line === undefined) return batch;
    const origins = this.#origins.get(position) ?? this.#taken(position, batch);
    const frames = entryFrames(batch);
    tellFrames(
      line.log,
      'sent',
      batch,
      frames.map((frame, at) => frame && withOrigin(frame, origins[at])),
    );
    tellFrames(line.node, 'received', batch, frames);
    const of = frames.map(frame => frame && { link: line.link, nth: ++line.toNode });
    return { ...batch, of };
  }

  /** The first node that reads a position shows what the log has there. */
  #taken(position: number, batch: LogBatch): Origins {
    const line = this.#from.get(idOf(batch));
    const frames = entryFrames(batch);
    if (line) tellFrames(line.log, 'received', batch, frames);
    const origins = frames.map(
      frame => frame && line && { link: line.link, nth: ++line.toLog },
    );
    this.#origins.set(position, origins);
    return origins;
  }
}

const withOrigin = <F>(frame: F, of: Origin | undefined) =>
  of ? { ...frame, of } : frame;
