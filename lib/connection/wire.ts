/**
 * What a transport gives: bytes both ways between two ends. Nothing is read before `start`, and an
 * error never throws: it shows as `reset`. Every event comes in a task of its own, never inside a call.
 * test/conformance holds every transport to this.
 */
export interface Wire {
  /** Names the link: the same text at both ends. */
  readonly link: string;
  /** Where the peer is, for people: `127.0.0.1:50123`. */
  readonly address: string;
  start(events: WireEvents): void;
  /**
   * Takes all the bytes, in one go, and they must not change any more; after `end` and `destroy` it
   * ignores them. False: more are waiting than is good, and `drained` will say when they are gone.
   */
  write(...pieces: readonly Uint8Array[]): boolean;
  /** Bytes that were written and not yet taken by the network. */
  readonly waiting: number;
  /** "I have no more to send" (FIN). The other direction stays open. Waits for what was written. */
  end(): void;
  /** Drops the link both ways at once (RST). Only `closed` comes after it. */
  destroy(): void;
  /** Stops reading, so that the peer's network feels it: no chunk comes before `resume`. */
  pause(): void;
  resume(): void;
  /** How many chunks it has sent, where the transport numbers them, for it may lose some. */
  readonly said?: number;
  /** What the peer calls itself, where it says so as it comes in. */
  readonly introduced?: string;
  /** False: one end's `end` is the end of both directions, and the other end does not answer it. */
  readonly answersEnd?: boolean;
  /** What the transport calls its endings, if they are not FIN and RST. */
  readonly endings?: { readonly ended: string; readonly reset: string };
}

/** Which of the peer's chunks one is, from 1, and whether a later one was there before it. */
export interface Arrival {
  readonly nth: number;
  readonly late: boolean;
}

export interface WireEvents {
  /** `arrival`: where the transport numbers them. */
  chunk(bytes: Uint8Array, arrival?: Arrival): void;
  /** So many chunks have not come, and may never: told before the one behind them. */
  missing?(count: number): void;
  /** A chunk came once more. It is no chunk any more: only the record is told. */
  repeated?(bytes: Uint8Array, nth: number): void;
  /** There is space again, or there is no link to wait for. */
  drained(): void;
  /** The peer will send no more (FIN). */
  ended(): void;
  /** The link broke: the peer's RST, or an error of the network. */
  reset(): void;
  /** Both directions are done. Always the last event, and always comes. */
  closed(): void;
}

/** The number of what is said next, where the transport numbers it. */
export const numbered = ({ said }: Wire): { nth?: number } =>
  said === undefined ? {} : { nth: said + 1 };
