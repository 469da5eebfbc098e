import type { Observation } from '../../trace/event.ts';
import { Latest } from './latest.ts';

/** What one end of a link has done and received so far. */
interface End {
  out: number;
  in: number;
  ended: boolean;
  heardEnd: boolean;
  /** It dropped the link, and the other end must still notice. */
  reset: boolean;
  /** It dropped the link, saw it break, or has finished: nothing more will reach it. */
  gone: boolean;
  /** The scene has told it to stop reading. */
  stalled: boolean;
}

const fresh: End = {
  out: 0,
  in: 0,
  ended: false,
  heardEnd: false,
  reset: false,
  gone: false,
  stalled: false,
};

/**
 * Tracks what is still in transit between the two ends of every link. A scene continues when nothing is: so it
 * needs no sleeping, and shows the same events in the same order in every run.
 */
export class InFlight {
  /** Grows with each event. */
  version = 0;
  readonly #links = new Map<string, Map<string, End>>();
  readonly #promised: boolean;
  readonly #latest = new Latest();

  /**
   * `promised`: whether everything that is sent arrives. Datagrams may be lost, so nobody waits for
   * them here.
   */
  constructor(promised = true) {
    this.#promised = promised;
  }

  observer(end: string, link: string): (observation: Observation) => void {
    const state = { ...fresh };
    const ends = this.#links.get(link) ?? new Map<string, End>();
    this.#links.set(link, ends.set(end, state));
    return observation => {
      update(state, observation);
      this.version++;
      this.#latest.happened();
    };
  }

  stall(end: string, stalled: boolean): void {
    for (const ends of this.#links.values()) {
      const state = ends.get(end);
      if (state) state.stalled = stalled;
    }
  }

  /** Whether the other end of its last link sends no more, or has dropped it. */
  isCut(end: string): boolean {
    const ends = [...this.#links.values()].findLast(both => both.has(end)) ?? [];
    return [...ends].some(
      ([name, other]) => name !== end && (other.ended || other.gone),
    );
  }

  /** Returns what has not arrived yet, in a few words; `undefined` if everything has. */
  get underWay(): string | undefined {
    if (!this.#promised) return undefined;
    for (const ends of this.#links.values()) {
      const [one, other] = [...ends];
      if (one === undefined || other === undefined)
        return `nobody takes charge of the link of ${one?.[0]}`;
      for (const [[from, sent], [to, read]] of [
        [one, other],
        [other, one],
      ] as const) {
        if (!arrived(sent, read)) return `${to} does not read what ${from} sent`;
      }
    }
    return undefined;
  }

  /** Settles with true at the next event, or with false if there was none within `ms`. */
  change(ms: number): Promise<boolean> {
    return this.#latest.next(ms);
  }
}

/**
 * Whether everything from one end has arrived. After a FIN nobody reads, so a reset after it may
 * never be noticed.
 */
function arrived(from: End, to: End): boolean {
  if (to.gone || to.stalled) return true;
  if (from.reset && !to.heardEnd) return false;
  return from.out === to.in && from.ended === to.heardEnd;
}

function update(end: End, { what, by, size = 0 }: Observation): void {
  if (what === 'chunk') end[by === 'self' ? 'out' : 'in'] += size;
  else if (what === 'ended') end[by === 'self' ? 'ended' : 'heardEnd'] = true;
  else if (what === 'closed') end.gone = true;
  else if (what === 'reset') {
    end.gone = true;
    end.reset = by === 'self';
  }
}
