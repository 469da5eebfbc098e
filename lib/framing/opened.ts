import type { Decoder } from './codec.ts';

/** Makes a message of a payload. `offset`: where in the stream its frame begins. */
export type Open<T> = (payload: Uint8Array, offset: number) => T;

/** Frames of which each holds one message, packed. `open` throws for a wrong one, once. */
export class Opened<T> implements Decoder<T> {
  readonly #frames: Decoder<Uint8Array>;
  readonly #open: Open<T>;
  #received = 0;

  constructor(frames: Decoder<Uint8Array>, open: Open<T>) {
    this.#frames = frames;
    this.#open = open;
  }

  get buffered(): number {
    return this.#frames.buffered;
  }

  push(chunk: Uint8Array): void {
    this.#received += chunk.length;
    this.#frames.push(chunk);
  }

  read(): T | undefined {
    // What is read or skipped is no longer held: the next frame begins where held bytes do.
    const offset = this.#received - this.#frames.buffered;
    const payload = this.#frames.read();
    return payload && this.#open(payload, offset);
  }

  end(): void {
    this.#frames.end();
  }
}
