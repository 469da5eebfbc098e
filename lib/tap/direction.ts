import type { Observe } from '../trace/recorder.ts';
import type { Message, Messages } from './messages.ts';

/**
 * One direction of a tapped link. A message counts as sent when the tap has it whole, and as received when the
 * tap has passed it on. So it was sent earlier and received later than the record says, never the other way
 * round: two messages that cross in the record have crossed.
 */
export class Direction {
  readonly #messages: Messages;
  readonly #sender: Observe;
  readonly #receiver: Observe;
  readonly #isFull: () => boolean;
  /** Messages that the tap has, and has not passed on, from the `#next` on. */
  #held: Message[] = [];
  #next = 0;
  #passed = 0;

  /** `isFull`: whether the record takes no more. Then nothing looks for messages: only bytes pass. */
  constructor(
    messages: Messages,
    sender: Observe,
    receiver: Observe,
    isFull: () => boolean,
  ) {
    this.#messages = messages;
    this.#sender = sender;
    this.#receiver = receiver;
    this.#isFull = isFull;
  }

  /** Call this with bytes that arrived from the sending end. */
  came(bytes: Uint8Array): void {
    for (const message of this.#found(bytes)) {
      this.#sender({ what: 'sent', by: 'self', ...told(message) });
      this.#held.push(message);
    }
    this.#sender({ what: 'chunk', by: 'self', bytes, size: bytes.length });
  }

  /** Call this with bytes that were passed on to the other end. */
  passed(bytes: Uint8Array): void {
    this.#passed += bytes.length;
    for (let message = this.#gone(); message !== undefined; message = this.#gone())
      this.#receiver({ what: 'received', by: 'peer', ...told(message) });
    this.#receiver({ what: 'chunk', by: 'peer', size: bytes.length });
  }

  #found(bytes: Uint8Array): Iterable<Message> {
    return this.#isFull() ? [] : this.#messages.in(bytes);
  }

  /** Returns the next message whose last byte has been passed on. */
  #gone(): Message | undefined {
    const message = this.#held[this.#next];
    if (message === undefined || message.end > this.#passed) return undefined;
    this.#next++;
    if (this.#next === this.#held.length) {
      this.#held = [];
      this.#next = 0;
    }
    return message;
  }

  endCame(how: 'ended' | 'reset'): void {
    const { half } = this.#messages;
    if (half) this.#sender({ what: 'sent', by: 'self', ...told(half) });
    this.#sender({ what: how, by: 'self' });
  }

  /** A reset overtakes messages that are still held: then nothing was received of the half either. */
  endPassed(how: 'ended' | 'reset'): void {
    const { half } = this.#messages;
    if (half && this.#held.length === 0) this.#receiver({ ...cutOff, ...told(half) });
    this.#receiver({ what: how, by: 'peer' });
  }
}

const cutOff = { what: 'refused', by: 'peer', reason: 'cut off by the end' } as const;

const told = ({ text, size }: Message) => ({ kind: 'message', text, size }) as const;
