/** Measures how much the server holds for a member that does not read, and reports how it grew. */
export class QueueMeter {
  readonly #whose: string;
  readonly #grew: string[] = [];
  #largest = 0;

  constructor(whose: string) {
    this.#whose = whose;
  }

  /** Notes the size each time that it has doubled. */
  note(bytes: number, messages: number): void {
    if (bytes === 0 || bytes < 2 * this.#largest) return;
    this.#largest = bytes;
    this.#grew.push(`${kib(bytes)} after ${messages}`);
  }

  /** Returns the growth in one sentence; `undefined` if the server never held anything. */
  told(messages: number): string | undefined {
    if (this.#grew.length === 0) return undefined;
    const grew = this.#grew.join(', ');
    return `The queue for ${this.#whose}: ${grew} messages, and after ${messages} it was over its limit.`;
  }
}

const kib = (bytes: number): string => `${Math.round(bytes / 1_024)} KiB`;
