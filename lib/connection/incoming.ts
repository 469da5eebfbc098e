import type { Observation } from '../trace/event.ts';
import { lostAfter, repeatOf } from './arrivals.ts';
import { anything, type Discipline, type Ending } from './discipline.ts';
import { Ear } from './ear.ts';
import { endingOf } from './endings.ts';
import { type Hearing, Inbox } from './inbox.ts';
import { Latch } from './latch.ts';
import type { ConnectionOptions } from './options.ts';
import type { Outgoing } from './outgoing.ts';
import type { Whole } from './whole.ts';
import type { Arrival, WireEvents } from './wire.ts';

/** What a dismissed peer may still send, in bytes, before it is dropped. */
const discardLimit = 65_536;

/**
 * The half of a connection that listens: chunks in, messages out, each judged on arrival. It
 * handles the wire's events itself, so that an idle connection costs little memory.
 */
export class Incoming<Both extends Whole> implements WireEvents, Hearing {
  /** The rules of the mode that has taken charge. */
  discipline: Discipline = anything;
  ending: Ending = 'open';
  /** Whether the link is gone. */
  gone = false;
  /** Whether the peer is not listened to any more: its bytes are read and discarded. */
  discarding = false;
  readonly inbox: Inbox;
  readonly heardLast = new Latch();
  readonly finished = new Latch();
  readonly #connection: Both;
  readonly #options: ConnectionOptions;
  readonly #outgoing: Outgoing;
  readonly #over: ((connection: Both) => void) | undefined;
  /** Made for the first bytes, so that an idle connection has none. */
  #ear: Ear | undefined;
  #discarded = 0;
  /** The highest known number of the peer's messages, if the transport numbers them. */
  #newest = 0;
  /**
   * What the wire reported after frames that are still to be heard; `undefined` if there are
   * none.
   */
  #behind: (() => void)[] | undefined;

  constructor(
    connection: Both,
    options: ConnectionOptions,
    outgoing: Outgoing,
    over: ((connection: Both) => void) | undefined,
  ) {
    this.#over = over;
    this.#connection = connection;
    this.#options = options;
    this.#outgoing = outgoing;
    this.inbox = new Inbox(options.wire, this);
  }

  chunk(bytes: Uint8Array, arrival?: Arrival): void {
    this.#newest = Math.max(this.#newest, arrival?.nth ?? 0);
    this.#options.observe?.({ what: 'chunk', by: 'peer', size: bytes.length, bytes });
    if (this.discarding) this.#discard(bytes.length);
    else {
      this.#ear ??= this.#listener();
      this.#ear.push(bytes, arrival);
      this.hear();
    }
  }

  missing(count: number): void {
    for (const lost of lostAfter(this.#newest, count)) this.#options.observe?.(lost);
    this.#newest += count;
    this.inbox.push('notice', this.discipline.missing?.(count));
  }

  repeated(bytes: Uint8Array, nth: number): void {
    this.#options.observe?.(repeatOf(bytes, nth, this.#options.codec));
  }

  drained(): void {
    this.#outgoing.drained();
    this.inbox.goOn();
  }

  ended(): void {
    this.#outgoing.peerEnded();
    this.#atItsPlace(() => this.#heardEnd());
  }

  /** Everything that was not heard before is lost. */
  reset(): void {
    this.#observeEnding('reset', 'peer');
    this.goes('reset');
  }

  closed(): void {
    this.#atItsPlace(() => this.#closes());
  }

  /**
   * Hears what has arrived, as long as the inbox is open. The rest is heard when it opens again.
   */
  hear(): void {
    while (this.#listening && this.inbox.open) {
      if (!this.#ear?.next()) break;
    }
    if (!this.#listening || this.inbox.open) this.#allHeard();
    else {
      this.#behind ??= [];
      this.inbox.pause();
    }
  }

  /** Whether the network has space for more answers. */
  get answered(): boolean {
    return this.#outgoing.hasSpace;
  }

  /** Call this when the link is gone. */
  goes(ending = this.ending): void {
    this.gone = true;
    this.#outgoing.gone();
    this.hearNoMore(ending);
  }

  hearNoMore(ending = this.ending): void {
    if (this.heardLast.happened && ending === this.ending) return;
    this.ending = ending;
    this.discipline.over?.(ending);
    this.inbox.close();
    this.heardLast.happens();
    this.#allHeard();
  }

  #listener(): Ear {
    return new Ear({
      connection: this.#connection,
      options: this.#options,
      outgoing: this.#outgoing,
      inbox: this.inbox,
      discipline: this.discipline,
    });
  }

  /** Handles the event after the frames before it are heard, or when nobody listens any more. */
  #atItsPlace(event: () => void): void {
    if (this.#behind === undefined) event();
    else this.#behind.push(event);
  }

  #allHeard(): void {
    const behind = this.#behind ?? [];
    this.#behind = undefined;
    for (const event of behind) event();
  }

  #heardEnd(): void {
    if (this.gone) return;
    // The end is recorded first, because it truncates the unfinished frame.
    this.#observeEnding('ended', 'peer');
    const cut = !this.discarding && this.#ear?.endsInFrame();
    this.hearNoMore(cut ? 'cut off' : 'ended');
  }

  #closes(): void {
    // If the peer's end is the end of both directions, this end does not end separately.
    if (this.#outgoing.open && this.#options.wire.answersEnd !== false)
      this.#observeEnding('ended', 'self');
    this.#options.observe?.({ what: 'closed', by: 'self' });
    this.goes();
    this.finished.happens();
    this.#over?.(this.#connection);
  }

  #observeEnding(what: 'ended' | 'reset', by: Observation['by']): void {
    const { observe, wire } = this.#options;
    observe?.(endingOf(wire, what, by));
  }

  #discard(size: number): void {
    this.#discarded += size;
    if (this.#discarded > discardLimit) this.#connection.destroy();
  }

  /** Check this between messages: each of them may be the reason to stop listening. */
  get #listening(): boolean {
    return !this.discarding && !this.gone;
  }
}
