import { type Heartbeat, Liveness, timeoutOf } from '../../lib/datagram/heartbeat.ts';
import { type Place, ReplayWindow } from '../../lib/datagram/replay-window.ts';

/** Programs that are wrong on purpose. The tests next to them say which check convicts each. */

export interface AnyWindow {
  newest: number;
  take(n: number): Place;
  reach(n: number): number;
}

/** Takes every number for the next, as if it were a stream. */
class TrustsTheNetwork extends ReplayWindow {
  override take(n: number): Place {
    return { is: 'next', missing: this.reach(n) - 1 };
  }
}

/** Remembers only the highest number: what is late is taken for a repeat. */
class RemembersOne extends ReplayWindow {
  override take(n: number): Place {
    return n <= this.newest ? { is: 'repeat' } : super.take(n);
  }
}

/** Remembers by place alone, and never what was there. */
class NeverForgets extends ReplayWindow {
  readonly #came = new Set<number>();

  override take(n: number): Place {
    if (this.#came.has(n % 64)) return { is: 'repeat' };
    this.#came.add(n % 64);
    return super.take(n);
  }
}

/** Counts the next one among the missing. */
class CountsOneTooMany extends ReplayWindow {
  override take(n: number): Place {
    const place = super.take(n);
    return place.is === 'next' && place.missing > 0
      ? { ...place, missing: place.missing + 1 }
      : place;
  }
}

export const wrongWindows: Record<string, new () => AnyWindow> = {
  'trusts the network': TrustsTheNetwork,
  'remembers one number': RemembersOne,
  'never forgets a place': NeverForgets,
  'counts one too many': CountsOneTooMany,
};

export interface AnyPulse {
  heard(now: number): void;
  isGone(now: number, heartbeat: Heartbeat): boolean;
}

/** Counts its checks, and not the time: as many as there are beats to miss. */
class CountsChecks implements AnyPulse {
  #checks = 0;
  heard(): void {
    this.#checks = 0;
  }
  isGone(_: number, { missed }: Heartbeat): boolean {
    return ++this.#checks > missed;
  }
}

/** One beat that does not come is enough. */
class LosesPatience extends Liveness {
  override isGone(now: number, heartbeat: Heartbeat): boolean {
    return super.isGone(now, { ...heartbeat, missed: 1 });
  }
}

/** The classic program's: silent for longer than T, and looked at only each T. */
class LooksSeldom implements AnyPulse {
  #last: number;
  #looked: number;

  constructor(now: number) {
    this.#last = now;
    this.#looked = now;
  }

  heard(now: number): void {
    this.#last = now;
  }

  isGone(now: number, heartbeat: Heartbeat): boolean {
    if (now - this.#looked < timeoutOf(heartbeat)) return false;
    this.#looked = now;
    return now - this.#last >= timeoutOf(heartbeat);
  }
}

export const wrongPulses: Record<string, new (now: number) => AnyPulse> = {
  'counts its checks': CountsChecks,
  'loses patience': LosesPatience,
  'looks seldom': LooksSeldom,
};
