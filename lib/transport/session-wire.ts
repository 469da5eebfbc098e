import { Queue, type Wire, type WireEvents } from '../connection/index.ts';
import type { Beats, Happening, Session, Word } from '../datagram/index.ts';
import { isDatagram } from './port.ts';

type Event = (events: WireEvents) => void;

/** What waits for a reader that is busy. What comes on top is lost: there is nobody to hold back. */
const room = 64;

export interface SessionWireOptions {
  readonly link: string;
  readonly address: string;
  readonly introduced?: string;
  readonly session: Session;
  readonly put: (datagram: Uint8Array) => void;
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
    if (this.#closed) return true;
    for (const words of pieces) {
      const datagram = session.say(words);
      // What is too long to be sent is lost like any other: its number shows it, and the talk goes on.
      if (isDatagram(datagram)) put(datagram);
    }
    return true;
  }

  end(): void {
    if (this.#closed) return;
    this.#options.put(this.#options.session.bye());
    this.destroy();
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

  /** A datagram from the peer. Without a place for it, it is as if it had never come. */
  hear(word: Word, now: number): void {
    if (this.#closed) return;
    const full = this.#unread.size >= room && word.is !== 'bye';
    const heard = this.#options.session.hear(full ? { is: 'beat' } : word, now);
    for (const happening of heard) this.#happens(happening);
    this.#read();
  }

  beat(): void {
    this.#options.put(this.#options.session.beat());
  }

  /** Nobody was heard for too long? Then there is nobody. */
  check(now: number, beats: Beats): void {
    if (this.#options.session.isGone(now, beats)) this.breaks();
  }

  /** The peer is gone, or says that it does not know us. */
  breaks(sign = this.signs.reset): void {
    if (this.#closed) return;
    this.signs.reset = sign;
    this.#unread.push(events => events.reset());
    this.#close();
  }

  #happens(happening: Happening): void {
    if (happening.is === 'unknown') this.breaks('who?');
    else this.#unread.push(eventOf(happening));
    if (happening.is === 'end') this.#close();
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

function eventOf(happening: Exclude<Happening, { is: 'unknown' }>): Event {
  switch (happening.is) {
    case 'message': {
      const { words, nth, late } = happening;
      return events => events.chunk(words, { nth, late });
    }
    case 'repeat':
      return events => events.repeated?.(happening.words, happening.nth);
    case 'missing':
      return events => events.missing?.(happening.count);
    case 'end':
      return events => events.ended();
  }
}
