/**
 * What a member hears of another's words, which are numbered as the other says them. docs/protocol.md promises:
 * each is heard once, in order, or is reported as missing; and a missing message may still arrive late.
 */
export class Account {
  heard = 0;
  /** Told as missing, and not come. */
  readonly missing = new Set<number>();
  /** The highest number that is known of. */
  known = 0;
  /** Something of what the room said may be lost, so there may be a gap that was told. */
  #unsure = false;

  /** Each gives what is wrong, if anything is. */
  word(nth: number): string | undefined {
    if (nth <= this.known) return `word ${nth} after word ${this.known}`;
    if (nth > this.known + 1 && !this.#unsure)
      return `word ${nth} after word ${this.known}, and nothing was reported as missing`;
    this.gap(nth - this.known - 1);
    this.#unsure = false;
    this.known = nth;
    this.heard++;
    return undefined;
  }

  late(nth: number): string | undefined {
    if (this.#unsure && nth > this.known) this.gap(nth - this.known);
    if (!this.missing.delete(nth)) return `word ${nth} late, and it was not missing`;
    this.heard++;
    return undefined;
  }

  gap(count: number): void {
    for (let more = 0; more < count; more++) this.missing.add(++this.known);
  }

  unsure(): void {
    this.#unsure = true;
  }
}
