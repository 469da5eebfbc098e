import { Quota } from './rate.ts';

/** After so many milliseconds a quota is as good as new. */
const renewed = 1_000;

interface Host {
  taken: number;
  /** The quotas of places that were left, the last one on top. */
  readonly left: Quota[];
  leftAt: number;
}

export interface PlacesOptions {
  /** How many places one host may have at a time. */
  readonly perHost: number;
  /** How many messages, and how many heartbeats, are heard in a second from one place. */
  readonly burst: number;
}

/**
 * The places that each host has in the room. A quota belongs to the place: whoever leaves and joins again takes
 * over what was used of it, so a host never says more than its members at one time could.
 */
export class Places {
  readonly #options: PlacesOptions;
  readonly #hosts = new Map<string, Host>();

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  /** `undefined`: that host has all that it may have. */
  take(name: string): Quota | undefined {
    const host = this.#hosts.get(name) ?? { taken: 0, left: [], leftAt: 0 };
    if (host.taken >= this.#options.perHost) return undefined;
    this.#hosts.set(name, host);
    host.taken++;
    return host.left.pop() ?? new Quota(this.#options.burst);
  }

  leave(name: string, quota: Quota, now: number): void {
    const host = this.#hosts.get(name);
    if (host === undefined) return;
    host.taken--;
    host.left.push(quota);
    host.leftAt = now;
  }

  /** Forgets hosts that have nobody here. Call it now and then. */
  sweep(now: number): void {
    for (const [name, { taken, leftAt }] of this.#hosts)
      if (taken === 0 && now - leftAt > renewed) this.#hosts.delete(name);
  }
}
