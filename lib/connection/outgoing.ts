import { bytes } from '../framing/bytes.ts';
import type { Codec } from '../framing/index.ts';
import type { Kind } from '../trace/event.ts';
import type { Observe } from '../trace/recorder.ts';
import { clean } from './clean.ts';
import type { Clock } from './clock.ts';
import { endingOf } from './endings.ts';
import { Latch } from './latch.ts';
import type { ConnectionOptions } from './options.ts';
import type { Whole } from './whole.ts';
import { numbered, type Wire } from './wire.ts';

/** How long a peer that has ended may leave its output unread, in milliseconds. */
const unreadTime = 10_000;

/** Does nothing. One function serves all connections, so that each costs less memory. */
const nothing = () => {};

/** Collects what many connections send, so that much of it goes out in one write. */
export interface Collector {
  /** Sends a frame to this connection, at its place among the others. */
  say(text: string, kind: Kind): void;
  /** Writes what was collected so far, because something else comes next. */
  flush(): void;
}

/** The half of a connection that speaks. It ignores what is sent after its end. */
export class Outgoing {
  open = true;
  readonly #wire: Wire;
  readonly #tell: Observe | undefined;
  /** Happens when this end can no longer send: it has ended, or the link is gone. */
  readonly saidLast = new Latch();
  /** Whatever it has collected is written before anything that is sent here directly. */
  collector: Collector | undefined;
  readonly #connection: Pick<Whole, 'destroy'>;
  readonly #codec: Codec<string>;
  readonly #clock: Clock;
  #space: Promise<void> | undefined;
  #spaceAgain = nothing;
  /** How many bytes the wire was given. */
  #written = 0;
  #peerEnded = false;
  #cancel = nothing;

  constructor(connection: Pick<Whole, 'destroy'>, options: ConnectionOptions) {
    const { wire, codec, clock, observe } = options;
    this.#connection = connection;
    this.#wire = wire;
    this.#codec = codec;
    this.#clock = clock;
    this.#tell = observe;
  }

  /** Whether the network has space: a sender need not wait. */
  get hasSpace(): boolean {
    return this.#space === undefined;
  }

  /**
   * Sends the text, and waits until there is space for more. A program that waits for each
   * `send` has at most one message too many in transit.
   */
  async send(text: string, kind: Kind = 'message'): Promise<void> {
    this.say(text, kind);
    await this.#space;
  }

  /** Sends the text if there is space now. Returns whether it was sent. */
  trySend(text: string, kind: Kind = 'message'): boolean {
    if (!this.open || this.#space !== undefined) return false;
    this.say(text, kind);
    return true;
  }

  /** Sends the text, whether there is space or not. */
  say(text: string, kind: Kind): void {
    this.collector?.flush();
    if (!this.open) return;
    this.#write(this.#codec.encode(text), text, kind);
  }

  /** Sends the text unframed, in one piece. The record has its first line. */
  sayForeign(text: string): void {
    this.collector?.flush();
    const [first = ''] = text.split('\r\n', 1);
    if (this.open) this.#write(bytes.fromText(text), first, 'refusal');
  }

  #write(frame: Uint8Array, text: string, kind: Kind): void {
    const size = frame.length;
    const nth = numbered(this.#wire);
    this.#tell?.({ what: 'sent', by: 'self', kind, text: clean(text), size, ...nth });
    this.#tell?.({ what: 'chunk', by: 'self', size, bytes: frame });
    this.#written += size;
    if (!this.#wire.write(frame)) this.#waitForSpace();
  }

  /** Adds the text to what is collected, if a hub collects: then many answers are one write. */
  answer(text: string, kind: Kind): void {
    if (this.open && this.collector !== undefined) this.collector.say(text, kind);
    else this.say(text, kind);
  }

  /** Writes whole frames together, recorded when they were said. Returns how many bytes were waiting before. */
  put(frames: readonly Uint8Array[]): number {
    if (!this.open || frames.length === 0) return 0;
    const { waiting } = this.#wire;
    for (const bytes of frames) {
      const size = bytes.length;
      this.#written += size;
      this.#tell?.({ what: 'chunk', by: 'self', size, bytes });
    }
    // Most shares are one piece: that is the shortest way through a room.
    const [only] = frames;
    const space =
      only !== undefined && frames.length === 1
        ? this.#wire.write(only)
        : this.#wire.write(...frames);
    if (!space) this.#waitForSpace();
    return waiting;
  }

  /** Half-closes: "I have no more to send". */
  end(): void {
    this.collector?.flush();
    if (!this.open) return;
    this.gone();
    this.#tell?.(endingOf(this.#wire, 'ended', 'self'));
    this.#wire.end();
    this.#hurry();
  }

  /** Call this when the peer has ended: from now on it only reads. */
  peerEnded(): void {
    this.#peerEnded = true;
    this.#hurry();
  }

  /**
   * Nothing can be sent any more, so nobody needs to wait for space. A wait that outlives its
   * link, or the FIN (Node emits no `drain` after `end`), would never end.
   */
  gone(): void {
    this.open = false;
    this.saidLast.happens();
    this.#cancel();
    this.#waitsNoMore();
  }

  drained(): void {
    this.#waitsNoMore();
    this.#hurry();
  }

  #waitsNoMore(): void {
    this.#space = undefined;
    this.#spaceAgain();
  }

  #waitForSpace(): void {
    if (this.#space !== undefined) return;
    this.#space = new Promise(resolve => {
      this.#spaceAgain = resolve;
    });
    this.#hurry();
  }

  /** Drops a peer that has ended and does not read: it would keep its place for ever. */
  #hurry(): void {
    this.#cancel();
    if (!this.#peerEnded || this.#wire.waiting === 0) return;
    const taken = this.#taken;
    this.#cancel = this.#clock.after(unreadTime, () => {
      if (this.#taken > taken) this.#hurry();
      else this.#connection.destroy();
    });
  }

  /** How many bytes the network has taken. What still waits would not do: new words add to it. */
  get #taken(): number {
    return this.#written - this.#wire.waiting;
  }
}
