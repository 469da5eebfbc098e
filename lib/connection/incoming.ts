import { type Codec, type Decoder, FrameError } from '../framing/index.ts';
import type { Observe } from '../trace/index.ts';
import { clean } from './clean.ts';
import { type Discipline, type Judgement, reasonOf } from './discipline.ts';
import { Queue } from './queue.ts';
import type { Wire } from './wire.ts';

/** Beyond this many unread messages we stop reading, and the peer's network feels it. */
const inboxLimit = 64;

/** Behind a corrupt frame nobody knows where the next one begins: no mode can go on. */
const lost: Judgement = {
  kind: 'message',
  reply: '! Corrupt framing: where the next message begins nobody can tell',
  dismiss: true,
};

export interface IncomingOptions {
  readonly wire: Wire;
  readonly codec: Codec<string>;
  readonly discipline: Discipline;
  /** What the mode wants done about what came. */
  readonly act: (judgement: Judgement, text: string) => void;
  readonly tell: Observe | undefined;
}

interface Line {
  readonly text: string;
  readonly nth: number;
}

/** The half of a connection that listens: chunk in, messages out, each judged on arrival. */
export class Incoming {
  readonly inbox = new Queue<Line>();
  /** Which frame on this link the program took last, counted from 1. */
  lastTaken = 0;
  readonly #options: IncomingOptions;
  /** Made for the first bytes: whoever is silent costs none. */
  #decoder: Decoder<string> | undefined;
  #paused = false;
  #held = false;
  #frames = 0;

  constructor(options: IncomingOptions) {
    this.#options = options;
  }

  /** The next message; `undefined`: the peer has said its last. */
  async receive(): Promise<string | undefined> {
    this.#readOn();
    const line = this.inbox.shift() ?? (await this.inbox.take());
    if (line !== undefined) this.lastTaken = line.nth;
    return line?.text;
  }

  /** Reads nothing more from the network until it is let go. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) this.#pause();
    else this.#readOn();
  }

  /** `wanted` is asked between messages: a dismissed peer is not listened to. */
  chunk(bytes: Uint8Array, wanted: () => boolean): void {
    this.#decoder ??= this.#options.codec.decoder();
    this.#decoder.push(bytes);
    while (wanted() && this.#next(this.#decoder)) {}
    if (this.inbox.size > inboxLimit && wanted()) this.#pause();
  }

  /** The peer's FIN. True: it came in the middle of a frame, which is lost. */
  ended(): boolean {
    try {
      this.#decoder?.end();
      return false;
    } catch (error) {
      this.#bad(error, this.#decoder?.buffered ?? 0);
      return true;
    }
  }

  /** Whether it is worth reading on. */
  #next(decoder: Decoder<string>): boolean {
    const before = decoder.buffered;
    let message: string | undefined;
    try {
      message = decoder.read();
    } catch (error) {
      return this.#bad(error, before - decoder.buffered);
    }
    if (message === undefined) return false;
    const text = clean(message);
    const size = before - decoder.buffered;
    this.#judged(this.#options.discipline.message(text), text, size);
    return true;
  }

  #deliver({ kind, pass, text }: Judgement, seen: string): void {
    const nth = ++this.#frames;
    if (kind === 'message' || pass) this.inbox.push({ text: text ?? seen, nth });
  }

  #pause(): void {
    this.#paused = true;
    this.#options.wire.pause();
  }

  #readOn(): void {
    if (!this.#paused || this.#held || this.inbox.size > inboxLimit / 2) return;
    this.#paused = false;
    this.#options.wire.resume();
  }

  #bad(error: unknown, size: number): boolean {
    if (!(error instanceof FrameError)) throw error;
    const { discipline } = this.#options;
    const judgement = error.code === 'corrupt' ? lost : discipline.bad(error);
    this.#judged({ refused: reasonOf(error), ...judgement }, '', size);
    return error.recoverable;
  }

  #judged(judgement: Judgement, text: string, size: number): void {
    const { kind, refused } = judgement;
    const what = refused === undefined ? 'received' : 'refused';
    const reason = refused === undefined ? {} : { reason: refused };
    this.#options.tell?.({ what, by: 'peer', kind, text, size, ...reason });
    if (refused === undefined) this.#deliver(judgement, text);
    this.#options.act(judgement, text);
  }
}
