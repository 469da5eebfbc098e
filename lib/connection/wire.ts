/**
 * What a transport provides: bytes both ways between two ends. Nothing is read before `start`.
 * An error is never thrown: it is the event `reset`. Every event comes in a task of its own,
 * never inside a call. test/conformance checks every transport.
 */
export interface Wire {
  /** Names the link: the same text at both ends. */
  readonly link: string;
  /** The peer's address, for people to read: `127.0.0.1:50123`. */
  readonly address: string;
  start(events: WireEvents): void;
  /**
   * Takes all the bytes together; they must not change afterwards. Ignores them after `end` and
   * `destroy`. Returns false if too many bytes are waiting; `drained` follows when they are gone.
   */
  write(...pieces: readonly Uint8Array[]): boolean;
  /** Bytes that were written and not yet taken by the network. */
  readonly waiting: number;
  /** "I have no more to send" (FIN). The other direction stays open. Waits for what was written. */
  end(): void;
  /** Drops both directions immediately (RST). Only `closed` follows. */
  destroy(): void;
  /** Stops reading, so that flow control slows the peer down: no chunk comes before `resume`. */
  pause(): void;
  resume(): void;
  /** How many chunks it has sent, if the transport numbers them because it may lose some. */
  readonly said?: number;
  /** What the peer calls itself, if the transport's handshake carries a name. */
  readonly introduced?: string;
  /** False: one end's `end` is the end of both directions, and the other end does not answer it. */
  readonly answersEnd?: boolean;
  /** What the transport calls its endings, if they are not FIN and RST. */
  readonly endings?: { readonly ended: string; readonly reset: string };
}

/** The number of a peer's chunk, from 1, and whether a later chunk arrived before it. */
export interface Arrival {
  readonly nth: number;
  readonly late: boolean;
}

export interface WireEvents {
  /** Bytes arrived; with `arrival`, if the transport numbers its chunks. */
  chunk(bytes: Uint8Array, arrival?: Arrival): void;
  /**
   * `count` chunks have not arrived, and may never: reported before the chunk that follows the
   * gap.
   */
  missing?(count: number): void;
  /** A chunk arrived again. It is not a new chunk: it only goes into the record. */
  repeated?(bytes: Uint8Array, nth: number): void;
  /** There is space again, or there is no link to wait for. */
  drained(): void;
  /** The peer will send no more (FIN). */
  ended(): void;
  /** The link broke: by the peer's RST, or by an error of the network. */
  reset(): void;
  /** Both directions have closed. This is always the last event, and it always comes. */
  closed(): void;
}

/** The number of the next chunk, if the transport numbers its chunks. */
export const numbered = ({ said }: Wire): { nth?: number } =>
  said === undefined ? {} : { nth: said + 1 };
