import { inNextTask } from '../../connection/next-task.ts';
import { Queue } from '../../connection/queue.ts';
import type { Wire, WireEvents } from '../../connection/wire.ts';
import type { Heartbeat } from '../../datagram/heartbeat.ts';
import type { TalkPacket } from '../../datagram/packet.ts';
import type { Session, SessionEvent } from '../../datagram/session.ts';
import { isDatagram } from './port.ts';
import { eventOf, type WireEvent } from './session-events.ts';

/** The most messages that wait for a busy reader. More are lost: datagrams have no flow control. */
const room = 64;

export interface SessionWireOptions {
  readonly link: string;
  readonly address: string;
  readonly introduced?: string;
  readonly session: Session;
  readonly put: (datagram: Uint8Array) => void;
  /**
   * Sends `bye` until the other end confirms it, or gives up. Returns a function that stops it.
   * Without `leave`, `bye` is sent once, and nobody waits for an answer.
   */
  readonly leave?: (bye: () => void, giveUp: () => void) => () => void;
  /** Called when the talk is over, and nothing more is sent or received. */
  readonly over: () => void;
}

/**
 * A talk by datagrams as a Wire: each chunk is one message. Some things that a stream has are
 * missing: `write` always has space, `end` ends both directions, `destroy` notifies nobody.
 */
export class SessionWire implements Wire {
  readonly link: string;
  readonly address: string;
  readonly introduced?: string;
  readonly answersEnd = false;
  readonly endings = { ended: 'bye', reset: 'silence' };
  readonly waiting = 0;
  readonly #options: SessionWireOptions;
  #unread = new Queue<WireEvent>();
  #events: WireEvents | undefined;
  #paused = false;
  #closed = false;
  #dropped = false;
  /** Set after `bye` was sent, until the other end confirms it: stops the repetition. */
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
    inNextTask(() => this.#read());
  }

  write(...pieces: readonly Uint8Array[]): boolean {
    const { put, session } = this.#options;
    if (this.#silent) return true;
    for (const words of pieces) {
      const datagram = session.say(words);
      // A message that is too long counts as lost: the gap in the numbers shows it, and the talk continues.
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
    inNextTask(() => this.#read());
  }

  /** Takes a word of this talk from the peer. A message without a place in the queue is lost. */
  hear(word: TalkPacket, now: number): void {
    if (this.#closed) return;
    const space = this.#unread.size < room;
    for (const happening of this.#options.session.hear(word, now, space))
      this.#happens(happening, now);
    this.#read();
  }

  /** Sends a heartbeat. */
  beat(now: number): void {
    if (!this.#silent) this.#options.put(this.#options.session.beat(now));
  }

  /** Sends a heartbeat, unless one was sent since the last call. */
  beatIfDue(now: number): void {
    const beat = this.#options.session.dueBeat(now);
    if (beat !== undefined && !this.#silent) this.#options.put(beat);
  }

  /** Declares the peer gone if nothing has arrived from it for too long. */
  check(now: number, heartbeat: Heartbeat): void {
    if (this.#stopLeaving) return;
    if (this.#options.session.isGone(now, heartbeat)) this.breaks();
  }

  /** Call this if the peer does not know the talk. If we are leaving, that confirms our `bye`. */
  forgotten(): void {
    if (this.#stopLeaving) this.destroy();
    else this.breaks('who?');
  }

  /** Call this if the peer is gone. */
  breaks(sign = this.endings.reset): void {
    if (this.#closed) return;
    this.endings.reset = sign;
    this.#unread.push(events => events.reset());
    this.#close();
  }

  get #silent(): boolean {
    return this.#closed || this.#stopLeaving !== undefined;
  }

  #happens(happening: SessionEvent, now: number): void {
    if (happening.is === 'asked') this.beat(now);
    else if (happening.is !== 'end') this.#unread.push(eventOf(happening));
    else this.#ended();
  }

  /** Handles the peer's `bye`. If it answers our own, the talk was already over. */
  #ended(): void {
    if (this.#stopLeaving) {
      this.#read();
      this.destroy();
    } else {
      this.#unread.push(events => events.ended());
      this.#close();
    }
  }

  /** Gives up: nobody confirms that we have left. Notifies the program even if it does not read. */
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

  /**
   * Also called by `destroy` after the peer has ended: the first `closed` may have been dropped
   * with the queue.
   */
  #close(): void {
    this.#stopLeaving?.();
    this.#unread.push(events => {
      this.#events = undefined;
      events.closed();
    });
    inNextTask(() => this.#read());
    if (this.#closed) return;
    this.#closed = true;
    this.#options.over();
  }
}
