import type { Kind } from '../trace/event.ts';
import { clean } from './clean.ts';
import { anything, type Discipline, type Ending } from './discipline.ts';
import { endingOf } from './endings.ts';
import type { Received } from './inbox.ts';
import { Incoming } from './incoming.ts';
import type { ConnectionOptions } from './options.ts';
import { Outgoing } from './outgoing.ts';
import { Relay } from './relay.ts';
import type { Whole } from './whole.ts';

/** How long a dismissed peer may take to leave before it is dropped, in milliseconds. */
const discardTime = 1_000;

/**
 * One framed conversation with one peer, over any transport: a half that speaks and a half that
 * listens. A mode takes charge with `start`, and gives the program only what it may use.
 */
export class Connection implements AsyncIterable<Received>, Whole {
  readonly #options: ConnectionOptions;
  readonly #outgoing: Outgoing;
  readonly #incoming: Incoming<Connection>;
  #relay: Relay | undefined;
  #started = false;

  /** `over` is called when both directions have closed. */
  constructor(options: ConnectionOptions, over?: (connection: Connection) => void) {
    this.#options = options;
    this.#outgoing = new Outgoing(this, options);
    this.#incoming = new Incoming<Connection>(this, options, this.#outgoing, over);
  }

  get peer(): string {
    return this.#options.peer?.() ?? this.#options.wire.address;
  }

  /** How the peer's direction ended; `open` if it has not. */
  get ending(): Ending {
    return this.#incoming.ending;
  }

  /** Settles when this end can no longer send. */
  get saidLast(): Promise<void> {
    return this.#outgoing.saidLast.promise;
  }

  /** Settles when the peer will not be heard any more, after FIN, RST or a dismissal. */
  get heardLast(): Promise<void> {
    return this.#incoming.heardLast.promise;
  }

  /** Settles when both directions have closed, for any reason. */
  get closed(): Promise<void> {
    return this.#incoming.finished.promise;
  }

  /** What the peer calls itself, if the transport carries a name in its handshake. */
  get introduced(): string {
    return clean(this.#options.wire.introduced ?? '');
  }

  /**
   * Puts a mode in charge. Nothing is read before this call. If the peer was already dismissed, the
   * discipline hears that it is over.
   */
  start(discipline: Discipline): this {
    if (this.#started) discipline.over?.(this.ending);
    else this.#begin(discipline);
    return this;
  }

  /** Sends the text, and waits until there is space for more. Does nothing after the end. */
  send(text: string, kind?: Kind): Promise<void> {
    return this.#outgoing.send(text, kind);
  }

  /** Sends the text if there is space now. Returns whether it was sent. */
  trySend(text: string, kind?: Kind): boolean {
    return this.#outgoing.trySend(text, kind);
  }

  /** This connection as a hub sees it, made on demand. */
  get relay(): Relay {
    const { wire, codec, observe } = this.#options;
    const { inbox } = this.#incoming;
    this.#relay ??= new Relay(wire, codec, this.#outgoing, inbox, observe);
    return this.#relay;
  }

  /** Returns the next message, or `undefined` if none will follow: see `ending`. */
  receive(): Promise<Received | undefined> {
    return this.#incoming.inbox.receive();
  }

  /** Breaking out of this loop leaves the connection as it is. */
  [Symbol.asyncIterator](): AsyncIterator<Received> {
    return this.#incoming.inbox[Symbol.asyncIterator]();
  }

  /** Half-closes: "I have no more to send". The peer may go on. */
  end(): void {
    this.#outgoing.end();
  }

  /** Drops both directions immediately (RST); what was in transit may be lost. */
  destroy(): void {
    if (this.#incoming.gone) return;
    if (!this.#started) this.#begin(anything);
    const { wire, observe } = this.#options;
    observe?.(endingOf(wire, 'reset', 'self'));
    this.#incoming.goes();
    wire.destroy();
  }

  /**
   * Says why, ends, and reads on until the peer has ended too, so that the words arrive: closing
   * with unread input resets the link, and the words may be lost (RFC 1122, 4.2.2.13). Last
   * words do not wait for space, because nothing follows them.
   */
  dismiss(words?: string, kind: Kind = 'refusal', patience = discardTime): void {
    if (this.#incoming.discarding || this.#incoming.gone) return;
    if (!this.#started) this.#begin(anything);
    if (words !== undefined) this.#outgoing.say(words, kind);
    this.#incoming.discarding = true;
    this.end();
    this.#incoming.hearNoMore();
    this.#options.wire.resume();
    const cancel = this.#options.clock.after(patience, () => this.destroy());
    void this.closed.then(cancel);
  }

  #begin(discipline: Discipline): void {
    this.#started = true;
    const { wire, observe, role, relays } = this.#options;
    const by = role === 'caller' ? 'self' : 'peer';
    observe?.({ what: 'opened', by, ...(relays && { role: 'relay' }) });
    this.#incoming.discipline = discipline;
    wire.start(this.#incoming);
  }
}
