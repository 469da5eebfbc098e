import type { Seen } from './end-log.ts';
import type { Origin } from './event.ts';
import type { FrameOnLink } from './frame-on-link.ts';
import { told } from './naming.ts';
import type { TraceLink } from './trace-link.ts';

/**
 * The source of a relayed frame: the frame in which its author sent the words, and the one that a
 * relay received.
 */
export interface Source {
  readonly root: FrameOnLink;
  /** The frame in which the first relay received the words. */
  readonly taken: FrameOnLink;
}

/** A frame that was received, so there is an event of its arrival. */
type Received = FrameOnLink & { readonly got: Seen };

/** Follows what exchanges and rooms pass on back to its author. */
export class Relays {
  /** The ends that pass on what they hear. */
  readonly ends: ReadonlySet<string>;
  /** By end and link name: each link of that name, and the frames that were received on it there. */
  readonly #received = new Map<string, Map<TraceLink, Received[]>>();
  readonly #sources = new Map<FrameOnLink, Source | undefined>();

  constructor(links: readonly TraceLink[], frames: readonly FrameOnLink[]) {
    this.ends = relaysAmong(links);
    if (this.ends.size === 0) return;
    for (const link of links) {
      for (const { end } of link.sides) this.#at(end, link.name).set(link, []);
    }
    for (const frame of frames.filter(wasReceived).toSorted(byArrival)) {
      const { link, got } = frame;
      this.#at(got.log.end, link.name).get(link)?.push(frame);
    }
  }

  /** Returns the source of a frame that was passed on; `undefined` if the record does not have it. */
  sourceOf(frame: FrameOnLink): Source | undefined {
    if (!this.#sources.has(frame)) this.#sources.set(frame, this.#follow(frame));
    return this.#sources.get(frame);
  }

  /** Names the first frame that was passed on and has no source in any record. */
  withoutSource(frames: readonly FrameOnLink[]): string | undefined {
    const lost = frames.find(frame => frame.sent?.event.of && !this.sourceOf(frame));
    return lost?.sent && `${told(lost.sent)}, and no record shows where it came from`;
  }

  /** Nothing is passed on in a circle: what a relay passes on, it received earlier. */
  #follow({ sent }: FrameOnLink): Source | undefined {
    const taken = sent?.event.of && this.#taken(sent, sent.event.of);
    if (taken?.sent === undefined) return undefined;
    return taken.sent.event.of === undefined
      ? { root: taken, taken }
      : this.sourceOf(taken);
  }

  /**
   * Returns the frame that `of` names, on the latest link of that name on which this end had
   * received it by then.
   */
  #taken({ log, index }: Seen, { link, nth }: Origin): FrameOnLink | undefined {
    return [...this.#at(log.end, link).values()]
      .flatMap(received => received[nth - 1] ?? [])
      .findLast(({ got }) => got.index < index);
  }

  #at(end: string, name: string): Map<TraceLink, Received[]> {
    const known =
      this.#received.get(keyOf(end, name)) ?? new Map<TraceLink, Received[]>();
    this.#received.set(keyOf(end, name), known);
    return known;
  }
}

const keyOf = (end: string, link: string): string => JSON.stringify([end, link]);

const wasReceived = (frame: FrameOnLink): frame is Received =>
  frame.fate === 'received';

const byArrival = (one: Received, other: Received): number =>
  one.got.index - other.got.index;

function relaysAmong(links: readonly TraceLink[]): Set<string> {
  const ends = new Set<string>();
  for (const { sides } of links) {
    for (const { end, seen } of sides) {
      if (seen.some(({ event }) => event.role === 'relay' || event.of)) ends.add(end);
    }
  }
  return ends;
}
