import type { Codec } from '../framing/index.ts';
import type { Kind, Observe } from '../trace/index.ts';
import { clean } from './clean.ts';
import { Moment } from './moment.ts';
import type { Wire } from './wire.ts';

/** Does nothing: one for all, for every connection begins with a few. */
const nothing = () => {};

/** The half of a connection that speaks. What is said after its end is ignored. */
export class Outgoing {
  open = true;
  /** When this end can speak no more: it has ended, or the link is gone. */
  readonly saidLast = new Moment();
  /** Puts what somebody has collected for this connection: it was said before what comes now. */
  flush = nothing;
  readonly #wire: Wire;
  readonly #codec: Codec<string>;
  readonly #tell: Observe | undefined;
  #space: Promise<void> | undefined;
  #spaceAgain = nothing;

  constructor(wire: Wire, codec: Codec<string>, tell?: Observe) {
    this.#wire = wire;
    this.#codec = codec;
    this.#tell = tell;
  }

  /**
   * Says it, and waits until there is space for more: who waits for each `send` has at most one message
   * more under way than is good.
   */
  async send(text: string, kind: Kind = 'message'): Promise<void> {
    this.say(text, kind);
    await this.#space;
  }

  /** Says it if there is space now. False: it was not said. */
  trySend(text: string, kind: Kind = 'message'): boolean {
    if (!this.open || this.#space !== undefined) return false;
    this.say(text, kind);
    return true;
  }

  /** Says it, whether there is space or not. */
  say(text: string, kind: Kind): void {
    this.flush();
    if (!this.open) return;
    const frame = this.#codec.encode(text);
    const size = frame.length;
    const nth = numbered(this.#wire);
    this.#tell?.({ what: 'sent', by: 'self', kind, text: clean(text), size, ...nth });
    this.#tell?.({ what: 'chunk', by: 'self', size, bytes: frame });
    if (!this.#wire.write(frame)) this.#waitForSpace();
  }

  /** Frames that are whole already, in one go. They were recorded when they were said. */
  put(frames: readonly Uint8Array[]): void {
    if (!this.open || frames.length === 0) return;
    for (const bytes of frames) {
      this.#tell?.({ what: 'chunk', by: 'self', size: bytes.length, bytes });
    }
    if (!this.#wire.write(...frames)) this.#waitForSpace();
  }

  /** Half-closes: "I have no more to send". */
  end(): void {
    this.flush();
    if (!this.open) return;
    this.gone();
    this.#tell?.({ what: 'ended', by: 'self' });
    this.#wire.end();
  }

  /**
   * Nothing can be said any more, so nobody needs to wait for space. A wait that outlives its link, or
   * a FIN (Node has no `drain` after `end`), would be for ever.
   */
  gone(): void {
    this.open = false;
    this.saidLast.happens();
    this.drained();
  }

  drained(): void {
    this.#space = undefined;
    this.#spaceAgain();
  }

  #waitForSpace(): void {
    this.#space ??= new Promise(resolve => {
      this.#spaceAgain = resolve;
    });
  }
}

/** The number of what is said next, where the transport numbers it. */
export const numbered = ({ said }: Wire): { nth?: number } =>
  said === undefined ? {} : { nth: said + 1 };
