import type { Collector, Outgoing } from '../connection/outgoing.ts';
import type { Relay } from '../connection/relay.ts';
import type { Codec } from '../framing/index.ts';
import type { Kind } from '../trace/event.ts';
import type { Member } from './member.ts';
import { Tick } from './tick.ts';

/**
 * All that was said in one tick, as one codec frames it: a line is encoded once for all who share the
 * codec, however many they are.
 */
export class Encoding<M extends Member = Member> {
  readonly codec: Codec<string>;
  tick = new Tick<Seat<M>>();
  /** What the last tick has for the members that only listened. */
  whole: readonly Uint8Array[] = [];
  /** The frame of the last message to all. */
  last: Uint8Array = new Uint8Array();

  constructor(codec: Codec<string>) {
    this.codec = codec;
  }

  /** Ends the tick, and begins the next. */
  close(): void {
    const { whole, others } = this.tick.close();
    this.whole = whole;
    // A member that speaks is left out of every encoding, and hears only its own.
    for (const [seat, share] of others) if (seat.encoding === this) seat.share = share;
    this.tick = new Tick();
  }
}

/** What a seat needs from its hub. */
export interface Collects<M extends Member> {
  tell(member: M, text: string, kind: Kind): void;
  giveNow(seat: Seat<M>): void;
}

/**
 * A member's place in a hub: what is looked up only once, when it joins, and what it did in this tick.
 * Its connection answers through it. This is a class and not an object with closures, so that
 * joining is quick.
 */
export class Seat<M extends Member = Member> implements Collector {
  /** What the last tick has for this member, if that is not what all have. */
  share: readonly Uint8Array[] | undefined;
  readonly encoding: Encoding<M>;
  readonly outgoing: Outgoing;
  readonly relay: Relay;
  readonly member: M;
  /** How many bytes it has sent in this tick. */
  said = 0;
  /** Whether we have answered it in this tick. */
  asked = false;
  readonly #hub: Collects<M>;

  constructor(hub: Collects<M>, member: M, encoding: Encoding<M>) {
    this.#hub = hub;
    this.member = member;
    this.relay = member.connection.relay;
    this.outgoing = this.relay.outgoing;
    this.encoding = encoding;
  }

  say(text: string, kind: Kind): void {
    this.#hub.tell(this.member, text, kind);
  }

  flush(): void {
    this.#hub.giveNow(this);
  }
}
