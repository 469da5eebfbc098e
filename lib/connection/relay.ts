import type { Codec } from '../framing/index.ts';
import type { Kind, Observation, Origin } from '../trace/event.ts';
import type { Observe } from '../trace/recorder.ts';
import type { Inbox } from './inbox.ts';
import type { Outgoing } from './outgoing.ts';
import { numbered, type Wire } from './wire.ts';

/** What to send, and where the words came from. */
interface Said {
  readonly kind: Kind;
  readonly text: string;
  readonly size: number;
  readonly of?: Origin | undefined;
}

/**
 * A connection as a hub sees it. The hub collects what many members will receive: frames go out whole and
 * in one write, and the record has them when they are said, not when they are written.
 */
export class Relay {
  /** How this connection's words are framed. Those who share a codec can share the bytes. */
  readonly codec: Codec<string>;
  readonly wire: Wire;
  readonly outgoing: Outgoing;
  readonly inbox: Inbox;
  readonly #observe: Observe | undefined;

  constructor(
    wire: Wire,
    codec: Codec<string>,
    outgoing: Outgoing,
    inbox: Inbox,
    observe: Observe | undefined,
  ) {
    this.wire = wire;
    this.codec = codec;
    this.outgoing = outgoing;
    this.inbox = inbox;
    this.#observe = observe;
  }

  /** Whether this end keeps a record. */
  get recorded(): boolean {
    return this.#observe !== undefined;
  }

  /** Records what a `put` is going to carry. */
  said({ kind, text, size, of }: Said): void {
    if (this.#observe === undefined || this.#observe.wantsSent?.() === false) return;
    if (!this.outgoing.open) return;
    // Written out, and not spread: a room says it to every member that keeps a record.
    const said: Observation = of
      ? { what: 'sent', by: 'self', kind, text, size, of }
      : { what: 'sent', by: 'self', kind, text, size };
    this.#observe(
      this.wire.said === undefined ? said : { ...said, ...numbered(this.wire) },
    );
  }

  /** Sends the text now. `of`: where the words came from. */
  pass(text: string, kind: Kind, of?: Origin): void {
    const frame = this.codec.encode(text);
    this.said({ text, kind, size: frame.length, of });
    this.outgoing.put([frame]);
  }

  /** Where the message that the program took last came from. */
  get lastHeard(): Origin {
    return { link: this.wire.link, nth: this.inbox.lastTaken };
  }
}
