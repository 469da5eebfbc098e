import type { Codec } from '../framing/index.ts';
import type { Kind, Observe } from '../trace/index.ts';
import { clean } from './clean.ts';
import type { Clock } from './clock.ts';
import { anything, type Discipline, type Judgement } from './discipline.ts';
import { Incoming } from './incoming.ts';
import { nothing, Outgoing } from './outgoing.ts';
import { iterator } from './queue.ts';
import { Relay } from './relay.ts';
import type { Wire } from './wire.ts';

export interface ConnectionOptions {
  readonly wire: Wire;
  readonly codec: Codec<string>;
  readonly clock: Clock;
  /** `caller` opened the link, `callee` accepted it. */
  readonly role: 'caller' | 'callee';
  /** What to call the peer, asked when it is needed. Its address unless told. */
  readonly peer?: () => string;
  readonly observe?: Observe | undefined;
  /** Gets the peer's notices and refusals at once, past whoever is waiting for a message. */
  readonly aside?: (text: string, kind: Kind) => void;
}

/** What a dismissed peer may still send, in bytes and milliseconds, before it is dropped. */
const discardLimit = 65_536;
const discardTime = 1_000;

/**
 * One framed conversation with one peer, over any transport: a half that speaks, a half that listens.
 * A mode takes charge with `start`, and hands a program only what it may use.
 */
export class Connection implements AsyncIterable<string> {
  /** Settles when the peer will not be heard any more: FIN, RST, or it was dismissed. */
  readonly heardLast: Promise<void>;
  /** Settles when both directions are done, however that came. */
  readonly closed: Promise<void>;
  /** How the peer's words came to their end. */
  ending: 'open' | 'ended' | 'cut off' | 'reset' = 'open';
  readonly #options: ConnectionOptions;
  readonly #outgoing: Outgoing;
  #incoming: Incoming | undefined;
  #relay: Relay | undefined;
  #discarded: number | undefined;
  #gone = false;
  #finished = nothing;
  #heardLast = nothing;

  constructor(options: ConnectionOptions) {
    const { wire, codec, observe } = options;
    this.#options = options;
    this.#outgoing = new Outgoing(wire, codec, observe);
    this.heardLast = new Promise(resolve => {
      this.#heardLast = resolve;
    });
    this.closed = new Promise(resolve => {
      this.#finished = resolve;
    });
  }

  /** Settles when this end can speak no more. */
  get saidLast(): Promise<void> {
    return this.#outgoing.saidLast;
  }

  get peer(): string {
    return this.#options.peer?.() ?? this.#options.wire.address;
  }

  /** Nothing is read before a mode has taken charge. Whoever was dismissed has nothing more to hear. */
  start(discipline: Discipline): this {
    if (this.#incoming !== undefined) return this;
    const { wire, codec, observe: tell, role } = this.#options;
    const act = this.#act.bind(this);
    const incoming = new Incoming({ wire, codec, discipline, tell, act });
    this.#incoming = incoming;
    tell?.({ what: 'opened', by: role === 'caller' ? 'self' : 'peer' });
    // Bound methods: tsx gives every arrow function here a name of 280 bytes, on every connection.
    wire.start({
      chunk: this.#chunk.bind(this, incoming),
      drained: this.#outgoing.drained.bind(this.#outgoing),
      ended: this.#peerEnded.bind(this, incoming, discipline),
      reset: this.#reset.bind(this, discipline),
      closed: this.#closed.bind(this),
    });
    return this;
  }

  /** Says it, and waits until there is space for more. Ignored after the end. */
  send(text: string, kind?: Kind): Promise<void> {
    return this.#outgoing.send(text, kind);
  }

  /** Says it if there is space now. False: it was not said. */
  trySend(text: string, kind?: Kind): boolean {
    return this.#outgoing.trySend(text, kind);
  }

  /** This connection as a hub sees it, made when one asks. */
  get relay(): Relay {
    const { wire, observe } = this.#options;
    this.#relay ??= new Relay(wire, this.#outgoing, this.#incoming, observe);
    return this.#relay;
  }

  /** The next message; `undefined`: the peer has said its last. See `ending`. */
  receive(): Promise<string | undefined> {
    return this.#incoming?.receive() ?? Promise.resolve(undefined);
  }

  /** To break out of this loop leaves the connection as it is. */
  [Symbol.asyncIterator](): AsyncIterator<string> {
    return iterator(() => this.receive());
  }

  /** Half-closes: "I have no more to send". The peer may go on. */
  end(): void {
    this.#outgoing.end();
  }

  /** Drops both directions at once; what was on its way may be lost (RST). */
  destroy(): void {
    if (this.#gone) return;
    this.start(anything);
    this.#gone = true;
    this.#options.observe?.({ what: 'reset', by: 'self' });
    this.#outgoing.gone();
    this.#hearNoMore();
    this.#options.wire.destroy();
  }

  /**
   * Says why, ends, and reads on until the peer has ended too, so that the words arrive: to close with
   * unread input resets the link, and they may be lost (RFC 1122, 4.2.2.13). Last words do not wait for
   * space: nothing comes after them.
   */
  dismiss(words?: string, kind: Kind = 'refusal', patience = discardTime): void {
    if (this.#discarded !== undefined || this.#gone) return;
    this.start(anything);
    if (words !== undefined) this.#outgoing.say(words, kind);
    this.#discarded = 0;
    this.end();
    this.#hearNoMore();
    this.#options.wire.resume();
    const cancel = this.#options.clock.after(patience, () => this.destroy());
    void this.closed.then(cancel);
  }

  #chunk(incoming: Incoming, bytes: Uint8Array): void {
    this.#options.observe?.({ what: 'chunk', by: 'peer', size: bytes.length, bytes });
    if (this.#discarded === undefined) {
      incoming.chunk(bytes, () => this.#discarded === undefined && !this.#gone);
      return;
    }
    this.#discarded += bytes.length;
    if (this.#discarded > discardLimit) this.destroy();
  }

  #act({ kind, pass, refused, reply, dismiss }: Judgement, text: string): void {
    const aside = !pass && (kind === 'notice' || kind === 'refusal');
    if (aside) this.#options.aside?.(text, kind);
    const replyKind = refused === undefined ? 'notice' : 'refusal';
    // It may quote the peer: clean, and cut anywhere, so that no words of a peer's can make it fail.
    const words = reply === undefined ? undefined : clean(reply);
    if (dismiss) this.dismiss(words, replyKind);
    else if (words !== undefined) this.trySend(words, replyKind);
  }

  #peerEnded(incoming: Incoming, discipline: Discipline): void {
    const cut = this.#discarded === undefined && incoming.ended();
    this.ending = cut ? 'cut off' : 'ended';
    this.#options.observe?.({ what: 'ended', by: 'peer' });
    discipline.ended(cut);
    this.#hearNoMore();
  }

  #reset(discipline: Discipline): void {
    this.#gone = true;
    this.ending = 'reset';
    this.#options.observe?.({ what: 'reset', by: 'peer' });
    discipline.reset();
    this.#outgoing.gone();
    this.#hearNoMore();
  }

  #closed(): void {
    this.#gone = true;
    this.#options.observe?.({ what: 'closed', by: 'self' });
    this.#outgoing.gone();
    this.#hearNoMore();
    this.#finished();
  }

  #hearNoMore(): void {
    this.#incoming?.inbox.close();
    this.#heardLast();
  }
}
