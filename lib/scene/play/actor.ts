import { late, missing } from '../../connection/arrivals.ts';
import { clean } from '../../connection/clean.ts';
import { Connection } from '../../connection/connection.ts';
import { type Discipline, reasonOf } from '../../connection/discipline.ts';
import type { ConnectionOptions } from '../../connection/options.ts';
import { FrameError } from '../../framing/frame-error.ts';
import type { Kind } from '../../trace/event.ts';
import { FloodEar } from './flood.ts';
import { typed } from './typed.ts';

export interface ActorOptions extends Omit<ConnectionOptions, 'role'> {
  readonly said: (line: string) => Kind;
  readonly heard: (line: string) => Kind;
  /** The server's question for a name. Until the server says something else, the person's words are a name. */
  readonly asksName?: string | undefined;
  /** Shows a line on the person's screen. */
  readonly screen: (line: string) => void;
  /** Called when the actor stops reading, or reads again. */
  readonly stalled: (stalled: boolean) => void;
}

/** Plays one person. It follows no rules of a mode: it may interrupt, stop half way, or write any bytes. */
export class Actor {
  readonly connection: Connection;
  /** What it has heard and no line of the scene has asked for yet. */
  readonly unread: string[] = [];
  readonly #flood = new FloodEar();
  readonly #ownFlood = new FloodEar();
  readonly #options: ActorOptions;
  /** Decodes what is written raw, to know when a message is whole. */
  readonly #shadow;
  #named: boolean;
  #rest: Uint8Array | undefined;

  constructor(options: ActorOptions) {
    this.#options = options;
    this.#shadow = options.codec.decoder();
    this.#named = options.asksName === undefined;
    this.connection = new Connection({ ...options, role: 'caller' });
    const listens: Discipline = {
      message: (text, isLate) => {
        if (!this.#flood.takes(text)) this.#shows(isLate ? late(text) : text);
        if (text.startsWith('* ') && text !== options.asksName) this.#named = true;
        return { kind: options.heard(text), text };
      },
      bad: error => {
        const why = reasonOf(error);
        if (error.code !== 'truncated') this.#shows(`(no message: ${why})`);
        return { kind: 'message', refused: why };
      },
      missing: count => this.#shows(missing(count)),
    };
    this.connection.start(listens);
    void this.#drain();
  }

  /** Sends a message. Returns false if that is impossible: the actor has ended, or the link is gone. */
  say(text: string): boolean {
    this.#types(text);
    return this.connection.trySend(text, this.#kindOf(text));
  }

  #shows(line: string): undefined {
    this.unread.push(line);
    this.#options.screen(line);
  }

  #types(text: string): void {
    if (!this.#ownFlood.takes(text)) this.#options.screen(typed(text));
  }

  #kindOf(text: string): Kind {
    return this.#named ? this.#options.said(text) : 'control';
  }

  /** Sends the frame of the message without its last byte. */
  begin(text: string): void {
    const frame = this.#options.codec.encode(text);
    this.#tellSent(text, frame.length);
    this.#put(frame.subarray(0, -1));
    this.#rest = frame.subarray(-1);
  }

  /** Sends the last byte of the message that it began. */
  finish(): void {
    if (this.#rest) this.#put(this.#rest);
    this.#rest = undefined;
  }

  /** Sends raw bytes. A message is recorded before the write that completes it. */
  write(bytes: Uint8Array): void {
    this.#shadow.push(bytes);
    for (let text = this.#whole(); text !== undefined; text = this.#whole()) {
      this.#tellSent(text, this.#shadow.taken);
    }
    this.#put(bytes);
  }

  stall(stalled: boolean): void {
    if (stalled) this.#options.wire.pause();
    else this.#options.wire.resume();
    this.#options.stalled(stalled);
  }

  #whole(): string | undefined {
    try {
      return this.#shadow.read();
    } catch (error) {
      if (error instanceof FrameError && error.recoverable) return '\ufffd';
      throw error;
    }
  }

  #put(bytes: Uint8Array): void {
    this.#options.observe?.({ what: 'chunk', by: 'self', size: bytes.length, bytes });
    this.#options.wire.write(bytes);
  }

  #tellSent(text: string, size: number): void {
    this.#types(text);
    const kind = this.#kindOf(text);
    this.#options.observe?.({
      what: 'sent',
      by: 'self',
      kind,
      text: clean(text),
      size,
    });
  }

  /** Moves messages to `unread`, so that the connection's own inbox does not fill up. */
  async #drain(): Promise<void> {
    for await (const _ of this.connection);
  }
}
