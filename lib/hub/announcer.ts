import type { Clock } from '../connection/clock.ts';

export interface AnnouncerOptions {
  readonly clock: Clock;
  /** Members who join or leave within this time of the last notice, in milliseconds, share one notice. */
  readonly together: number;
  /** Returns how many members are here. It is called when a notice is sent. */
  readonly count: () => number;
  /**
   * Sends a notice. `about`: whom it is about. Rooms on streams leave out a member only if it is the only one,
   * because all listeners share the bytes.
   */
  readonly say: (notice: string, about: readonly string[]) => void;
}

/**
 * The shortest pause between notices, in milliseconds per member: so notices are at most 1,000
 * lines per second.
 */
const restEach = 1;
/** How many names a notice about many members lists. */
const named = 2;

/**
 * Announces who joins and leaves. Separate notices would be n notices to n members each: a storm of a thousand
 * joins would be half a million lines. So members who join shortly after one another share a notice:
 * at most three lines at a time, however often somebody joins and leaves.
 */
export class Announcer {
  readonly #options: AnnouncerOptions;
  readonly #joined = new Set<string>();
  readonly #left = new Set<string>();
  /**
   * Members who left and came back since the last notice. They are announced last: otherwise they
   * would seem to have left.
   */
  readonly #back = new Set<string>();
  #resting = false;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
  }

  joined(name: string): void {
    if (!this.#left.has(name)) this.#joined.add(name);
    else if (this.#joined.has(name)) this.#left.delete(name);
    else this.#back.add(name);
    this.#announce();
  }

  left(...names: readonly string[]): void {
    for (const name of names) if (!this.#back.delete(name)) this.#left.add(name);
    this.#announce();
  }

  /** Call this before `name` speaks: nobody hears a newcomer before the notice that announces them. */
  speaks(name: string): void {
    if (this.#joined.has(name) || this.#back.has(name)) this.#sayAll();
  }

  #announce(): void {
    if (this.#resting) return;
    this.#resting = this.#sayAll();
    if (this.#resting) this.#options.clock.after(this.#rest, () => this.#go());
  }

  /**
   * A notice to ten thousand members costs as much as ten thousand lines, so it must not come ten
   * times per second.
   */
  get #rest(): number {
    return Math.max(this.#options.together, restEach * this.#options.count());
  }

  #sayAll(): boolean {
    const said = [
      this.#say(this.#joined, 'joined'),
      this.#say(this.#left, 'left'),
      this.#say(this.#back, 'joined'),
    ];
    return said.includes(true);
  }

  #go(): void {
    this.#resting = false;
    this.#announce();
  }

  #say(waiting: Set<string>, what: 'joined' | 'left'): boolean {
    const names = [...waiting];
    waiting.clear();
    if (names.length === 0) return false;
    this.#options.say(
      `* ${crowd(names)} ${what} (${this.#options.count()} here)`,
      names,
    );
    return true;
  }
}

/** `a`; `a, b`; `a, b and 48 more`. */
function crowd(names: readonly string[]): string {
  const more = names.length - named;
  const list = names.slice(0, named).join(', ');
  return more > 0 ? `${list} and ${more} more` : list;
}
