import { FrameError } from '../framing/frame-error.ts';
import type { Decoder } from '../framing/index.ts';
import { frameOf } from './arrivals.ts';
import { clean } from './clean.ts';
import type { Discipline, Judgement } from './discipline.ts';
import { isHttp, judgementOnBad, wrongProtocol } from './hopeless.ts';
import type { Inbox } from './inbox.ts';
import type { ConnectionOptions } from './options.ts';
import type { Outgoing } from './outgoing.ts';
import { cost, Portion } from './portion.ts';
import type { Whole } from './whole.ts';
import type { Arrival } from './wire.ts';

/**
 * What an `Ear` needs: the source of frames, the discipline that judges them, and their
 * destination.
 */
export interface Surroundings {
  readonly connection: Whole;
  readonly options: ConnectionOptions;
  readonly outgoing: Outgoing;
  readonly inbox: Inbox;
  readonly discipline: Discipline;
}

/** Reads frames from the bytes, and does with each what the discipline says. */
export class Ear {
  readonly #at: Surroundings;
  readonly #decoder: Decoder<string>;
  readonly #portion = new Portion();
  /** The chunk that arrived last. */
  #arrival: Arrival | undefined;

  constructor(surroundings: Surroundings) {
    this.#at = surroundings;
    this.#decoder = surroundings.options.codec.decoder();
  }

  /** Adds a chunk of bytes, as it arrived. */
  push(bytes: Uint8Array, arrival: Arrival | undefined): void {
    this.#arrival = arrival;
    this.#decoder.push(bytes);
  }

  /** Hears the next frame. Returns false if there is none. */
  next(): boolean {
    let message: string | undefined;
    try {
      message = this.#decoder.read();
    } catch (error) {
      return this.#bad(error, this.#decoder.taken);
    }
    if (message === undefined) return false;
    const text = clean(message);
    const judgement = this.#judge(text);
    this.#spend(workOf(judgement));
    this.#judged(judgement, text, this.#decoder.taken);
    return true;
  }

  /** Ends the stream. Returns whether its last bytes were a part of a frame, which is lost. */
  endsInFrame(): boolean {
    try {
      this.#decoder.end();
      return false;
    } catch (error) {
      this.#bad(error, this.#decoder.buffered);
      return true;
    }
  }

  #judge(text: string): Judgement {
    const { discipline, inbox, options } = this.#at;
    if (inbox.frames === 0 && isHttp(text, options)) return wrongProtocol(discipline);
    return discipline.message(text, this.#arrival?.late ?? false);
  }

  /** Handles a frame that cannot be read. Returns whether it is worth reading on. */
  #bad(error: unknown, size: number): boolean {
    if (!(error instanceof FrameError)) throw error;
    this.#at.options.unread?.(error);
    this.#spend(cost.refusal);
    this.#judged(judgementOnBad(error, this.#at.discipline), '', size);
    return error.recoverable;
  }

  #spend(work: number): void {
    if (this.#portion.spend(work)) this.#at.inbox.rest();
  }

  #judged(judgement: Judgement, text: string, size: number): void {
    const { inbox, options } = this.#at;
    options.observe?.(frameOf(judgement, text, size, this.#arrival));
    if (judgement.refused === undefined)
      inbox.frame(judgement.kind, forProgram(judgement, text));
    else inbox.push('refusal', judgement.told);
    this.#act(judgement, text);
  }

  #act(judgement: Judgement, text: string): void {
    const { kind, pass, refused, reply, foreign, dismiss } = judgement;
    const aside = !pass && (kind === 'notice' || kind === 'refusal');
    if (aside) this.#at.options.aside?.(text, kind);
    const replyKind = refused === undefined ? 'notice' : 'refusal';
    // The reply may quote the peer, so it is cleaned: no text from a peer can make the encoder
    // fail.
    const words = reply === undefined ? undefined : clean(reply);
    if (foreign !== undefined) this.#at.outgoing.sayForeign(foreign);
    if (dismiss) this.#at.connection.dismiss(words, replyKind);
    else if (words !== undefined) this.#answer(words, replyKind);
  }

  /** Reads nothing more from the peer before it has taken the answer, however slow it is. */
  #answer(words: string, kind: 'notice' | 'refusal'): void {
    this.#at.outgoing.answer(words, kind);
    this.#at.inbox.owes();
  }
}

const workOf = ({ refused, reply }: Judgement): number => {
  if (reply !== undefined) return cost.refusal;
  return refused === undefined ? cost.message : cost.silence;
};

const forProgram = (
  { kind, pass, text }: Judgement,
  seen: string,
): string | undefined => (kind === 'message' || pass ? (text ?? seen) : undefined);
