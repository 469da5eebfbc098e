import { again, pause } from './pause.ts';

interface UnreadOptions {
  /** Whether the stream still has the message at this position. */
  readonly isThere: (seq: number) => Promise<boolean>;
  readonly isRead: (seq: number) => boolean;
  readonly removed: (seq: number) => Promise<void>;
}

/**
 * Somebody may remove a batch of this node that was acknowledged, but that the node has not read yet. Nothing
 * would tell the node, and it would wait for that batch for ever.
 */
export class Unread {
  readonly #options: UnreadOptions;
  #seq = 0;
  #isLooking = false;

  constructor(options: UnreadOptions) {
    this.#options = options;
  }

  /** Call this with the position of each batch that the stream has acknowledged. */
  async acknowledged(seq: number): Promise<void> {
    this.#seq = seq;
    if (this.#isLooking) return;
    this.#isLooking = true;
    do await pause(again);
    while (await this.#isWaiting());
    this.#isLooking = false;
  }

  /** Whether the last batch is not read yet. */
  async #isWaiting(): Promise<boolean> {
    const { isRead, isThere, removed } = this.#options;
    const seq = this.#seq;
    if (isRead(seq)) return false;
    const isRemoved = await isThere(seq).then(
      there => !there,
      () => false,
    );
    if (isRemoved && !isRead(seq)) await removed(seq);
    return true;
  }
}
