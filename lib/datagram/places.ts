import { Quota } from './rate.ts';

/** The time after which a quota is as good as new, in milliseconds. */
const renewed = 1_000;

interface Host {
  taken: number;
  /** The quotas of places that were left, the last one on top. */
  readonly left: Quota[];
  leftAt: number;
}

export interface PlacesOptions {
  /** The most places that one host may have at a time. */
  readonly perHost: number;
  /** The most messages per second from one place, and the most heartbeats. */
  readonly burst: number;
}

/**
 * The places that each host has in the room. A quota belongs to the place: a member that leaves and
 * joins again takes over what was used of it. So a host never sends more than its members could at
 * one time.
 */
export class Places {
  readonly #options: PlacesOptions;
  readonly #hosts = new Map<string, Host>();

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  /** Takes a place for the host; `undefined`: it has all that it may have. */
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

  /** Forgets hosts without members here. Call it regularly. */
  sweep(now: number): void {
    for (const [name, { taken, leftAt }] of this.#hosts)
      if (taken === 0 && now - leftAt > renewed) this.#hosts.delete(name);
  }
}
