import { shown } from '../../../lib/tap/shown.ts';
import type { Observe } from '../../../lib/trace/recorder.ts';
import type { Port } from '../../../lib/transport/udp/port.ts';
import { Ear, nothing } from './ear.ts';

const newline = Buffer.from('\n');

/** Somebody who sends datagrams to the program, and hears what it sends. */
export class Correspondent {
  readonly #port: Port & { readonly peer: string };
  readonly #observe: Observe;
  readonly #ear: Ear;

  constructor(
    port: Port & { readonly peer: string },
    observe: Observe,
    patience: number,
  ) {
    this.#port = port;
    this.#observe = observe;
    this.#ear = new Ear(patience);
    port.start(bytes => this.#ear.take(Buffer.concat([bytes, newline])));
  }

  sends(words: string): void {
    const bytes = Buffer.from(words);
    const text = shown(bytes) || '(an empty datagram)';
    this.#observe({ what: 'sent', by: 'self', kind: 'message', text });
    this.#port.send(bytes, this.#port.peer);
  }

  /** The next datagram, or that nothing came. */
  async hears(): Promise<string> {
    const text = await this.#ear.next();
    if (text !== nothing)
      this.#observe({ what: 'received', by: 'peer', kind: 'message', text });
    return text;
  }

  leaves(): Promise<void> {
    return this.#port.close();
  }
}
