import { Queue, type Wire, type WireEvents } from '../connection/index.ts';
import type { Happening, Heartbeat, Session, TalkWord } from '../datagram/index.ts';
import { isDatagram } from './port.ts';
import { type Event, eventOf } from './session-events.ts';

/** What waits for a reader that is busy. What comes on top is lost: there is nobody to hold back. */
const room = 64;

export interface SessionWireOptions {
  readonly link: string;
  readonly address: string;
  readonly introduced?: string;
  readonly session: Session;
  readonly put: (datagram: Uint8Array) => void;
  /**
   * How `bye` is said until the other confirms it, or there is no hope; it returns how to stop that. Without it
   * `bye` is said once, and waits for nobody.
   */
  readonly leave?: (bye: () => void, giveUp: () => void) => () => void;
  /** It is over: nothing is to be heard or said any more. */
  readonly over: () => void;
}

/**
 * A talk by datagrams as a Wire: each chunk is one message. What a stream has and datagrams have not is
 * not there: `write` always has space, `end` ends both directions, `destroy` tells nobody.
 */
export class SessionWire implements Wire {
  readonly link: string;
  readonly address: string;
  readonly introduced?: string;
  readonly unanswered = true;
  readonly signs = { ended: 'bye', reset: 'silence' };
  readonly waiting = 0;
  readonly #options: SessionWireOptions;
  #unread = new Queue<Event>();
  #events: WireEvents | undefined;
  #paused = false;
  #closed = false;
  #dropped = false;
  /** Has said `bye`, and waits for the other to confirm it. */
  #stopLeaving: (() => void) | undefined;

  constructor(options: SessionWireOptions) {
    const { link, address, introduced } = options;
    this.#options = options;
    this.link = link;
    this.address = address;
    if (introduced !== undefined) this.introduced = introduced;
  }

  get said(): number {
    return this.#options.session.said;
  }

  start(events: WireEvents): void {
    this.#events = events;
    setImmediate(() => this.#read());
  }

  write(...pieces: readonly Uint8Array[]): boolean {
    const { put, session } = this.#options;
    if (this.#silent) return true;
    for (const words of pieces) {
      const datagram = session.say(words);
      // What is too long to be sent is lost like any other: its number shows it, and the talk goes on.
      if (isDatagram(datagram)) put(datagram);
    }
    return true;
  }

  end(): void {
    if (this.#silent) return;
    const { put, session, leave } = this.#options;
    const bye = () => put(session.bye());
    if (leave !== undefined) {
      this.#stopLeaving = leave(bye, () => this.#giveUp());
    } else {
      bye();
      this.destroy();
    }
  }

  destroy(): void {
    if (this.#dropped) return;
    this.#dropped = true;
    this.#paused = false;
    this.#unread = new Queue();
    this.#close();
  }

  pause(): void {
    this.#paused = !this.#dropped;
  }

  resume(): void {
    this.#paused = false;
    setImmediate(() => this.#read());
  }

  /** A word of this talk from the peer. A message without a place for it is lost. */
  hear(word: TalkWord, now: number): void {
    if (this.#closed) return;
    const space = this.#unread.size < room;
    for (const happening of this.#options.session.hear(word, now, space))
      this.#happens(happening, now);
    this.#read();
  }

  /** Says a heartbeat. */
  beat(now: number): void {
    if (!this.#silent) this.#options.put(this.#options.session.beat(now));
  }

  /** The same, unless there was one since the last time. */
  beatIfDue(now: number): void {
    const beat = this.#options.session.dueBeat(now);
    if (beat !== undefined && !this.#silent) this.#options.put(beat);
  }

  /** Nobody was heard for too long? Then there is nobody. */
  check(now: number, heartbeat: Heartbeat): void {
    if (this.#stopLeaving) return;
    if (this.#options.session.isGone(now, heartbeat)) this.breaks();
  }

  /** The peer does not know this talk: where we are leaving, that is what we want to hear. */
  forgotten(): void {
    if (this.#stopLeaving) this.destroy();
    else this.breaks('who?');
  }

  /** The peer is gone. */
  breaks(sign = this.signs.reset): void {
    if (this.#closed) return;
    this.signs.reset = sign;
    this.#unread.push(events => events.reset());
    this.#close();
  }

  get #silent(): boolean {
    return this.#closed || this.#stopLeaving !== undefined;
  }

  #happens(happening: Happening, now: number): void {
    if (happening.is === 'asked') this.beat(now);
    else if (happening.is !== 'end') this.#unread.push(eventOf(happening));
    else this.#ended();
  }

  /** The peer's `bye`. The answer to our own ends nothing that was not over. */
  #ended(): void {
    if (this.#stopLeaving) {
      this.#read();
      this.destroy();
    } else {
      this.#unread.push(events => events.ended());
      this.#close();
    }
  }

  /** Nobody confirms that we have left. Whoever waits for that is told, even where it has stopped reading. */
  #giveUp(): void {
    this.#paused = false;
    this.breaks();
  }

  #read(): void {
    while (this.#events && !this.#paused) {
      const next = this.#unread.shift();
      if (next === undefined) return;
      next(this.#events);
    }
  }

  /** Also called by `destroy` after the peer has ended: the `closed` that it said is among what was dropped. */
  #close(): void {
    this.#stopLeaving?.();
    this.#unread.push(events => {
      this.#events = undefined;
      events.closed();
    });
    setImmediate(() => this.#read());
    if (this.#closed) return;
    this.#closed = true;
    this.#options.over();
  }
}
