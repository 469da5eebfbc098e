import type { Codec } from '../framing/index.ts';
import type { Observation, Origin } from '../trace/event.ts';
import type { Observe } from '../trace/recorder.ts';
import type { Inbox } from './inbox.ts';
import type { Collector, Outgoing } from './outgoing.ts';
import { numbered, type Wire } from './wire.ts';

/**
 * A connection as a hub sees it, which collects what many are to hear: frames go out whole and in one
 * go, and the record has them when they are said and not when they are written.
 */
export class Relay {
  /** How this connection's words are framed. Those who share a codec can share the bytes. */
  readonly codec: Codec<string>;
  readonly #wire: Wire;
  readonly #outgoing: Outgoing;
  readonly #inbox: Inbox;
  readonly #observe: Observe | undefined;

  constructor(
    wire: Wire,
    codec: Codec<string>,
    outgoing: Outgoing,
    inbox: Inbox,
    observe: Observe | undefined,
  ) {
    this.#wire = wire;
    this.codec = codec;
    this.#outgoing = outgoing;
    this.#inbox = inbox;
    this.#observe = observe;
  }

  /** Writes frames in one go. */
  put(frames: readonly Uint8Array[]): void {
    this.#outgoing.put(frames);
  }

  /** Sets who collects for `put`; with `undefined` nobody does any more. */
  collectedBy(collector: Collector | undefined): void {
    this.#outgoing.collector = collector;
  }

  /** Bytes that this end has said and the network has not taken. */
  get waiting(): number {
    return this.#wire.waiting;
  }

  /** Whether this end keeps a record. */
  get recorded(): boolean {
    return this.#observe !== undefined;
  }

  /** Records what a `put` is going to carry. */
  said(said: Pick<Observation, 'kind' | 'text' | 'size' | 'of'>): void {
    const nth = numbered(this.#wire);
    const { open } = this.#outgoing;
    if (open) this.#observe?.({ what: 'sent', by: 'self', ...said, ...nth });
  }

  /** Where the message that the program took last came from. */
  get lastHeard(): Origin {
    return { link: this.#wire.link, nth: this.#inbox.lastTaken };
  }

  /** Stops hearing, or continues. Messages that were heard already still arrive. */
  hold(held: boolean): void {
    this.#inbox.hold(held);
  }

  /** Call this after an answer: the peer is heard again only when it has taken the answer. */
  owes(): void {
    this.#inbox.owes();
  }
}
