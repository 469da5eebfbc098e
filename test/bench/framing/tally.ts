import type { Frame } from './peers/read.ts';

/**
 * How many frames came, how long in all, and a sum over the length of each, its first character
 * and its last, in their order. As much work for every peer, and little.
 */
export class Tally {
  #frames = 0;
  #length = 0;
  #sum = 0;

  add(frame: Frame): void {
    const { length } = frame;
    this.#frames++;
    this.#length += length;
    const own = length + (codeAt(frame, 0) << 16) + (codeAt(frame, length - 1) << 24);
    this.#sum = (Math.imul(this.#sum, 31) + own) | 0;
  }

  get sum(): string {
    return `${this.#frames} frames, ${this.#length} long, sum ${this.#sum}`;
  }
}

const codeAt = (frame: Frame, at: number) =>
  typeof frame === 'string' ? frame.charCodeAt(at) : (frame[at] ?? 0);
