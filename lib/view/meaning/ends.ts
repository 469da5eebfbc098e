import type { TraceEvent } from '../../trace/event.ts';

/** The names of the ends, if the record does not have them. */
export interface EndNames {
  /** The lanes, in the order in which they are drawn. */
  readonly lanes: readonly string[];
  /** Returns the end of a link that keeps no record (a server's own record knows only itself). */
  readonly peerOf?: (link: string) => string | undefined;
}

export interface FarEnd {
  readonly name: string;
  /** If false, there are no events of this end, so its side of an arrow has no number. */
  readonly keepsRecord: boolean;
}

/** Learns from the events which two ends a link has, and which of them opened it. */
export class Ends {
  readonly #names: EndNames;
  readonly #known = new Map<string, Set<string>>();
  readonly #opener = new Map<string, string>();
  #hub: string | undefined;

  constructor(names: EndNames) {
    this.#names = names;
  }

  learn(event: TraceEvent): void {
    const known = this.#known.get(event.link) ?? new Set();
    this.#known.set(event.link, known.add(event.end));
    if (event.what === 'opened' && event.by === 'peer') this.#hub = event.end;
  }

  learnOpener(link: string, end: string): void {
    this.#opener.set(link, end);
  }

  opener(link: string): string | undefined {
    return this.#opener.get(link);
  }

  far(event: TraceEvent): FarEnd {
    const seen = [...(this.#known.get(event.link) ?? [])];
    const other = seen.find(end => end !== event.end);
    if (other !== undefined) return { name: other, keepsRecord: true };
    const told = this.#names.peerOf?.(event.link);
    if (told !== undefined) return { name: told, keepsRecord: false };
    const guess = this.#guess(event.end);
    return { name: guess ?? 'peer', keepsRecord: guess !== undefined };
  }

  /** Guesses the peer: the other one of two lanes; of several lanes, the end that others have connected to. */
  #guess(end: string): string | undefined {
    const others = this.#names.lanes.filter(lane => lane !== end && lane !== 'peer');
    if (this.#names.lanes.length === 2) return others[0];
    return others.find(lane => lane === this.#hub);
  }
}
