import { reasonOf } from '../../connection/discipline.ts';
import type { FrameError } from '../../framing/frame-error.ts';
import type { Observation } from '../../trace/event.ts';

/** No server of ours announces a longer message, in bytes: what looks like a length is something else. */
const implausible = 16_777_216;
/** No message of ours is longer, in bytes: the peer will not end this one. */
const endless = 4_194_304;

/** A client's view of what arrived and is not a message, and whether it is worth waiting for more. */
export class Unreadable {
  /** Whether anything that came was a message. */
  understood = false;
  /** Gets one line per reason, when the first such message comes. */
  readonly #warn: (line: string) => void;
  /** How many messages were not shown, by reason. */
  readonly #missed = new Map<string, number>();
  #foreign = false;
  /** Bytes that came after the last message. */
  #pending = 0;

  constructor(warn: (line: string) => void) {
    this.#warn = warn;
  }

  observe({ what, by, size = 0 }: Observation): void {
    if (what === 'chunk' && by === 'peer') this.#pending += size;
    if (what !== 'received') return;
    this.understood = true;
    this.#pending = 0;
  }

  refuse(error: FrameError): void {
    const { code, size = 0 } = error;
    const odd = code === 'truncated' || size > implausible;
    if (code === 'corrupt' || (odd && !this.understood)) this.#foreign = true;
    else this.#miss(reasonOf(error));
  }

  /** Whether the peer will not send anything that this end can read. */
  get hopeless(): boolean {
    return this.#foreign || this.#pending > endless;
  }

  /** Returns what was not shown; `undefined` if everything was. `framing` is the name of this end's framing. */
  failure(framing: string): string | undefined {
    if (this.#foreign)
      return `the server does not speak this framing (${framing}): choose the server's with --framing`;
    if (this.hopeless) return 'the server sends a message without an end';
    const [missed] = this.#missed;
    if (missed === undefined) return undefined;
    const [reason, count] = missed;
    return `not shown: ${count} message${count === 1 ? '' : 's'} ${reason}`;
  }

  #miss(reason: string): void {
    const count = this.#missed.get(reason) ?? 0;
    if (count === 0) this.#warn(`not shown: a message ${reason}`);
    this.#missed.set(reason, count + 1);
  }
}
