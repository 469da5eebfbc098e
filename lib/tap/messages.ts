import { type ByteCodec, type Decoder, FrameError } from '../framing/index.ts';
import { shown } from './shown.ts';

/** A message that passed the tap, ready to be shown. */
export interface Message {
  readonly text: string;
  /** How many bytes it had on the wire. */
  readonly size: number;
  /** Where in the stream it ends. */
  readonly end: number;
}

/** Finds the messages in one direction of a link. Bytes that are not a message are shown as they arrived. */
export class Messages {
  #decoder: Decoder<Uint8Array> | undefined;
  /** How many bytes have arrived. */
  #came = 0;
  /** Where the last message ended. */
  #last = 0;

  constructor(codec: ByteCodec) {
    this.#decoder = codec.decoder();
  }

  /** Returns the messages that these bytes complete. */
  in(chunk: Uint8Array): Message[] {
    this.#came += chunk.length;
    if (this.#decoder === undefined) return [this.#upTo(this.#came, shown(chunk))];
    this.#decoder.push(chunk);
    const found: Message[] = [];
    for (let text = this.#next(); text !== undefined; text = this.#next())
      found.push(this.#upTo(this.#came - this.#waiting, text));
    return found;
  }

  /** The bytes of a message whose end did not come; `undefined` if there are none. */
  get half(): Message | undefined {
    const size = this.#waiting;
    if (size === 0) return undefined;
    return { text: `(half a message: ${size} bytes)`, size, end: this.#came };
  }

  /** The bytes that belong to no message yet. Bytes that the framing passes over are of no message at all. */
  get #waiting(): number {
    return this.#decoder?.buffered ?? 0;
  }

  #next(): string | undefined {
    try {
      const payload = this.#decoder?.read();
      return payload && shown(payload);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      if (!error.recoverable) this.#decoder = undefined;
      return `(${error.message})`;
    }
  }

  #upTo(end: number, text: string): Message {
    const size = end - this.#last;
    this.#last = end;
    return { text, size, end };
  }
}
