import { clean } from '../../../lib/connection/clean.ts';
import { Queue } from '../../../lib/connection/queue.ts';
import { type Decoder, FrameError, lines } from '../../../lib/framing/index.ts';

/** What `next` gives if no line came before the deadline. */
export const nothing = '(nothing)';

/** Lines as they arrive, each to be asked for with a deadline. */
export class Ear {
  readonly #decoder: Decoder<Uint8Array> = lines({ maxPayload: 1_048_576 }).decoder();
  readonly #lines = new Queue<string>();
  readonly #patience: number;
  #asked: Promise<string | undefined> | undefined;
  #ending = nothing;

  /** `patience`: how long `next` waits, in milliseconds. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  take(bytes: Uint8Array): void {
    this.#decoder.push(bytes);
    for (let line = this.#read(); line !== undefined; line = this.#read())
      this.#lines.push(line);
  }

  /** No more will come. `how`: what `next` gives from now on. */
  close(how: string): void {
    this.#ending = how;
    this.#lines.close();
  }

  /** The next line, how the stream ended, or `nothing`. */
  async next(patience = this.#patience): Promise<string> {
    this.#asked ??= this.#lines.take();
    const late = Symbol('late');
    const line = await within(patience, this.#asked, late);
    if (line === late) return nothing;
    this.#asked = undefined;
    return typeof line === 'string' ? line : this.#ending;
  }

  #read(): string | undefined {
    try {
      const line = this.#decoder.read();
      return line && clean(Buffer.from(line).toString());
    } catch (error) {
      if (error instanceof FrameError) return '(a very long line)';
      throw error;
    }
  }
}

/** What the promise gives, or `late` if it takes longer than `ms` milliseconds. */
export async function within<T, L>(
  ms: number,
  promise: Promise<T>,
  late: L,
): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<L>(resolve => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
