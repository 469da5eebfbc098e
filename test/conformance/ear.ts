import assert from 'node:assert/strict';
import type { Wire, WireEvents } from '../../lib/connection/wire.ts';

/** The number of bytes after which the stream repeats. */
const period = 65_536;
const pattern = Buffer.alloc(16 * 1_048_576 + period);
for (let at = 0; at < period; at++) pattern[at] = at * 31 + (at >> 8) * 7;
for (let at = period; at < pattern.length; at += period)
  pattern.copy(pattern, at, 0, period);

/** Part of a stream whose every byte tells its place, so that a lost or swapped chunk shows. */
export function stream(from: number, to: number): Uint8Array {
  return pattern.subarray(from % period, (from % period) + to - from);
}

function isNext(bytes: Uint8Array, count: number): boolean {
  if (bytes.length === 1) return bytes[0] === pattern[count % period];
  return Buffer.compare(bytes, stream(count, count + bytes.length)) === 0;
}

/** Starts a wire, hears everything that it says, and objects to what no wire may say. */
export class Ear {
  /** What came, but the chunks. */
  readonly said: string[] = [];
  /** Bytes that came, all in order: see `faults`. */
  count = 0;
  chunks = 0;
  readonly faults: string[] = [];
  /** What to do about a chunk, on arrival. */
  onChunk = (_: Uint8Array): void => {};
  readonly #patience: number;
  /** What was said that nothing may follow. */
  readonly #last: string[] = [];
  #paused = false;
  #calling = false;
  #changed = () => {};
  readonly #wire: Wire;

  constructor(wire: Wire, patience: number) {
    this.#wire = wire;
    this.#patience = patience;
  }

  start(): this {
    const events: WireEvents = {
      chunk: bytes => this.#chunk(bytes),
      drained: () => this.#say('drained'),
      ended: () => this.#say('ended'),
      reset: () => this.#say('reset'),
      closed: () => this.#say('closed'),
    };
    this.#call(() => this.#wire.start(events));
    return this;
  }

  pause(): void {
    this.#paused = true;
    this.#wire.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#call(() => this.#wire.resume());
  }

  has(word: string): boolean {
    return this.said.includes(word);
  }

  /** Waits for it; the deadline only guards against a wire that fails. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const deadline = AbortSignal.timeout(this.#patience);
    deadline.addEventListener('abort', () => this.#changed());
    while (!condition()) {
      assert(!deadline.aborted, `${what} never came, only: ${this.said.join(' ')}`);
      await new Promise<void>(resolve => {
        this.#changed = resolve;
      });
    }
  }

  hears(word: string): Promise<void> {
    return this.until(word, () => this.has(word));
  }

  bytes(count: number): Promise<void> {
    return this.until(`byte ${count}`, () => this.count >= count);
  }

  #call(call: () => void): void {
    this.#calling = true;
    call();
    this.#calling = false;
  }

  #chunk(bytes: Uint8Array): void {
    const { count } = this;
    this.count += bytes.length;
    if (!isNext(bytes, count))
      this.#fault(`bytes ${count} to ${this.count} are not the ones sent`);
    this.chunks++;
    if (this.#paused) this.#fault('chunk while paused');
    for (const last of this.#last) this.#fault(`chunk after ${last}`);
    if (this.#calling) this.#fault('chunk inside a call');
    this.onChunk(bytes);
    this.#changed();
  }

  #say(word: string): void {
    if (this.has('closed')) this.#fault(`${word} after closed`);
    if (word !== 'drained' && this.has(word)) this.#fault(`${word} twice`);
    if (this.#calling) this.#fault(`${word} inside a call`);
    this.said.push(word);
    if (word !== 'drained') this.#last.push(word);
    this.#changed();
  }

  #fault(problem: string): void {
    if (this.faults.length < 10) this.faults.push(problem);
  }
}
