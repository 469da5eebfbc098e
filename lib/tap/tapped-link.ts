import type { ByteCodec } from '../framing/index.ts';
import type { Observation, TraceEvent } from '../trace/event.ts';
import { type Observe, Recorder } from '../trace/recorder.ts';
import type { Mode } from '../trace/rules/index.ts';
import type { RuleOptions } from '../trace/rules/options.ts';
import { judge, type Verdict } from '../trace/verdict.ts';
import { Direction } from './direction.ts';
import { Messages } from './messages.ts';

/** The most events of one link: nobody could read a picture with more, and they would fill the memory. */
export const mostEvents = 10_000;

export interface TappedLinkOptions {
  /** Its name in the record. */
  readonly link: string;
  /** The names of its two ends. */
  readonly names: readonly [caller: string, server: string];
  readonly codec: ByteCodec;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** The next event's number: all links of a tap share theirs. Default: from 1. */
  readonly next?: () => number;
  /** Called with every event, at the moment when it happens; with chunks alone when the link is full. */
  readonly observe?: (event: Omit<TraceEvent, 'n' | 'at'>) => void;
}

/** What a tap sees of one connection that it passes on: the record of both its ends. */
export class TappedLink {
  /** From the caller to the server. */
  readonly there: Direction;
  /** From the server to the caller. */
  readonly back: Direction;
  readonly names: readonly [caller: string, server: string];
  readonly #options: TappedLinkOptions;
  readonly #recorder: Recorder;
  #count = 0;
  #open = 2;

  constructor(options: TappedLinkOptions) {
    const { names, codec, now, next } = options;
    this.#options = options;
    this.names = names;
    this.#recorder = new Recorder({ now, ...(next && { next }) });
    const [atCaller, atServer] = names.map(name => this.#observer(name)) as [
      Observe,
      Observe,
    ];
    const isFull = () => this.isFull;
    this.there = new Direction(new Messages(codec), atCaller, atServer, isFull);
    this.back = new Direction(new Messages(codec), atServer, atCaller, isFull);
    atCaller({ what: 'opened', by: 'self', role: 'tap' });
    atServer({ what: 'opened', by: 'peer', role: 'tap' });
  }

  /** Whether something happened that is not in the record, which has become too long. */
  get isFull(): boolean {
    return this.#count >= mostEvents;
  }

  get events(): readonly TraceEvent[] {
    return this.#recorder.events;
  }

  /** Returns the events since the last call, numbered. */
  flush(): TraceEvent[] {
    return this.#recorder.flush();
  }

  /** Whether both ends are closed, so that nothing more can happen. */
  get isOver(): boolean {
    return this.#open === 0;
  }

  closed(end: string): void {
    this.#open--;
    this.#observer(end)({ what: 'closed', by: 'self' });
  }

  verdict(mode: Mode, turns: RuleOptions['turns']): Verdict {
    const { traffic } = this.#recorder;
    return judge(mode, this.events, { traffic, ...(turns && { turns }) });
  }

  #observer(end: string): Observe {
    const { link, observe } = this.#options;
    const record = this.#recorder.observer(end, link);
    return (observation: Observation) => {
      observe?.({ ...observation, end, link });
      if (observation.what !== 'chunk') this.#count++;
      if (!this.isFull) record(observation);
    };
  }
}
