import type { Clock } from '../connection/index.ts';

export interface AnnouncerOptions {
  readonly clock: Clock;
  /** Those who come within so many milliseconds of the last notice are announced together. */
  readonly together: number;
  /** How many are here, asked when it is said. */
  readonly count: () => number;
  /** Says it to all but those named, who know it. */
  readonly say: (notice: string, about: readonly string[]) => void;
}

/** How many of a crowd are named. */
const named = 2;

/**
 * Says who comes and goes. One by one that would be n notices to n members each: a storm of a thousand
 * joins would be a million lines. So whoever comes close behind another shares a notice with them.
 */
export class Announcer {
  readonly #options: AnnouncerOptions;
  readonly #waiting = { joined: [] as string[], left: [] as string[] };
  #resting = false;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
  }

  joined(name: string): void {
    this.#announce('joined', name);
  }

  left(name: string): void {
    this.#announce('left', name);
  }

  #announce(what: 'joined' | 'left', name: string): void {
    this.#waiting[what].push(name);
    if (!this.#resting) this.#say();
  }

  #say(): void {
    const { clock, together, count, say } = this.#options;
    for (const what of ['joined', 'left'] as const) {
      const names = this.#waiting[what].splice(0);
      if (names.length === 0) continue;
      say(`* ${crowd(names)} ${what} (${count()} here)`, names);
      this.#resting = true;
    }
    if (this.#resting) {
      clock.after(together, () => {
        this.#resting = false;
        this.#say();
      });
    }
  }
}

/** `a`; `a, b`; `a, b and 48 more`. */
function crowd(names: readonly string[]): string {
  const more = names.length - named;
  const list = names.slice(0, named).join(', ');
  return more > 0 ? `${list} and ${more} more` : list;
}
