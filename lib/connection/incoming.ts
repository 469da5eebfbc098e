import { FrameError } from '../framing/frame-error.ts';
import type { Decoder } from '../framing/index.ts';
import { repeatOf } from './arrivals.ts';
import { clean } from './clean.ts';
import type { Connection, ConnectionOptions } from './connection.ts';
import {
  anything,
  type Discipline,
  type Ending,
  type Judgement,
} from './discipline.ts';
import { isHttp, judgementOnBad, wrongProtocol } from './hopeless.ts';
import { Inbox } from './inbox.ts';
import { Moment } from './moment.ts';
import type { Outgoing } from './outgoing.ts';
import type { Arrival, WireEvents } from './wire.ts';

/** What a dismissed peer may still send, in bytes, before it is dropped. */
const discardLimit = 65_536;

/**
 * The half of a connection that listens: chunk in, messages out, each judged on arrival. It takes the
 * wire's events itself: ten thousand silent connections are to cost little memory.
 */
export class Incoming implements WireEvents {
  /** The mode's, once one has taken charge. */
  discipline: Discipline = anything;
  ending: Ending = 'open';
  /** No link any more. */
  gone = false;
  /** The peer is not listened to any more: its bytes are read and thrown away. */
  discarding = false;
  readonly inbox: Inbox;
  readonly heardLast = new Moment();
  readonly finished = new Moment();
  readonly #connection: Connection;
  readonly #options: ConnectionOptions;
  readonly #outgoing: Outgoing;
  readonly #over: ((connection: Connection) => void) | undefined;
  /** Made for the first bytes: whoever is silent costs none. */
  #decoder: Decoder<string> | undefined;
  #frames = 0;
  /** Of the chunk that came last. */
  #arrival: Arrival | undefined;
  #discarded = 0;

  constructor(
    connection: Connection,
    options: ConnectionOptions,
    outgoing: Outgoing,
    over: ((connection: Connection) => void) | undefined,
  ) {
    this.#over = over;
    this.#connection = connection;
    this.#options = options;
    this.#outgoing = outgoing;
    this.inbox = new Inbox(options.wire);
  }

  chunk(bytes: Uint8Array, arrival?: Arrival): void {
    this.#arrival = arrival;
    this.#options.observe?.({ what: 'chunk', by: 'peer', size: bytes.length, bytes });
    if (this.discarding) this.#discard(bytes.length);
    else this.#hear(bytes);
  }

  missing(count: number): void {
    this.inbox.push(this.discipline.missing?.(count), this.#frames);
  }

  repeated(bytes: Uint8Array, nth: number): void {
    this.#options.observe?.(repeatOf(bytes, nth, this.#options.codec));
  }

  drained(): void {
    this.#outgoing.drained();
  }

  ended(): void {
    // The end comes first: it is what cuts off the frame that is not complete.
    this.#options.observe?.({ what: 'ended', by: 'peer' });
    const cut = !this.discarding && this.#endsInFrame();
    this.hearNoMore(cut ? 'cut off' : 'ended');
    this.#outgoing.peerEnded();
  }

  reset(): void {
    this.#options.observe?.({ what: 'reset', by: 'peer' });
    this.goes('reset');
  }

  closed(): void {
    // Without half-close the peer's end was ours as well, and the transport has answered it.
    if (this.#outgoing.open && !this.#options.wire.unanswered)
      this.#options.observe?.({ what: 'ended', by: 'self' });
    this.#options.observe?.({ what: 'closed', by: 'self' });
    this.goes();
    this.finished.happens();
    this.#over?.(this.#connection);
  }

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
  }

  #discard(size: number): void {
    this.#discarded += size;
    if (this.#discarded > discardLimit) this.#connection.destroy();
  }

  #hear(bytes: Uint8Array): void {
    this.#decoder ??= this.#options.codec.decoder();
    this.#decoder.push(bytes);
    while (this.#listening && this.#next(this.#decoder)) {}
    if (this.#listening) this.inbox.pauseIfFull();
  }

  /** Asked between messages: what one of them says may be the reason to listen no more. */
  get #listening(): boolean {
    return !this.discarding && !this.gone;
  }

  /** Whether it is worth reading on. */
  #next(decoder: Decoder<string>): boolean {
    const before = decoder.buffered;
    let message: string | undefined;
    try {
      message = decoder.read();
    } catch (error) {
      return this.#bad(error, before - decoder.buffered);
    }
    if (message === undefined) return false;
    const text = clean(message);
    const size = before - decoder.buffered;
    const foreign = this.#frames === 0 && isHttp(text, this.#options);
    const late = this.#arrival?.late ?? false;
    const judgement = foreign ? undefined : this.discipline.message(text, late);
    this.#judged(judgement ?? wrongProtocol(this.discipline), text, size);
    return true;
  }

  /** What came last was a part of a frame, which is lost. */
  #endsInFrame(): boolean {
    try {
      this.#decoder?.end();
      return false;
    } catch (error) {
      this.#bad(error, this.#decoder?.buffered ?? 0);
      return true;
    }
  }

  #bad(error: unknown, size: number): boolean {
    if (!(error instanceof FrameError)) throw error;
    this.#options.unread?.(error);
    this.#judged(judgementOnBad(error, this.discipline), '', size);
    return error.recoverable;
  }

  #judged(judgement: Judgement, text: string, size: number): void {
    const { kind, refused } = judgement;
    const what = refused === undefined ? 'received' : 'refused';
    const reason = refused === undefined ? {} : { reason: refused };
    const nth = this.#arrival && { nth: this.#arrival.nth };
    this.#options.observe?.({ what, by: 'peer', kind, text, size, ...reason, ...nth });
    if (refused === undefined) this.#deliver(judgement, text);
    else this.inbox.push(judgement.told, this.#frames);
    this.#act(judgement, text);
  }

  #deliver({ kind, pass, text }: Judgement, seen: string): void {
    const nth = ++this.#frames;
    if (kind === 'message' || pass) this.inbox.push(text ?? seen, nth);
  }

  #act(judgement: Judgement, text: string): void {
    const { kind, pass, refused, reply, foreign, dismiss } = judgement;
    const aside = !pass && (kind === 'notice' || kind === 'refusal');
    if (aside) this.#options.aside?.(text, kind);
    const replyKind = refused === undefined ? 'notice' : 'refusal';
    // It may quote the peer: clean, and cut anywhere, so that no words of a peer's can make it fail.
    const words = reply === undefined ? undefined : clean(reply);
    if (foreign !== undefined) this.#outgoing.sayForeign(foreign);
    if (dismiss) this.#connection.dismiss(words, replyKind);
    else if (words !== undefined) this.#connection.trySend(words, replyKind);
  }
}
