import { Queue } from '../../connection/queue.ts';
import { complain } from '../output.ts';

/** The lines that were typed and are not sent yet. */
export class TypedLines extends Queue<string> {
  /** How many lines were too long. */
  unsent = 0;
  readonly #limit: number;

  /** `limit`: the longest line, in bytes. */
  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  /** Whether a line is within the limit. Says so if it is not. */
  fits(line: string): boolean {
    const size = Buffer.byteLength(line);
    if (size <= this.#limit) return true;
    this.unsent++;
    complain(`not sent: a line of ${size} bytes, the limit is ${this.#limit}`);
    return false;
  }
}
