/** Watches what the server holds for one who does not read, and tells how it grew. */
export class QueueMeter {
  readonly #whose: string;
  readonly #grew: string[] = [];
  #largest = 0;

  constructor(whose: string) {
    this.#whose = whose;
  }

  /** Noted each time that it has doubled. */
  note(bytes: number, messages: number): void {
    if (bytes === 0 || bytes < 2 * this.#largest) return;
    this.#largest = bytes;
    this.#grew.push(`${kib(bytes)} after ${messages}`);
  }

  /** In one sentence; `undefined`: it never held anything. */
  told(messages: number): string | undefined {
    if (this.#grew.length === 0) return undefined;
    const grew = this.#grew.join(', ');
    return `The queue for ${this.#whose}: ${grew} messages, and at ${messages} it was over its cap.`;
  }
}

const kib = (bytes: number): string => `${Math.round(bytes / 1_024)} KiB`;
