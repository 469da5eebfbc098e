import { existsSync, readdirSync } from 'node:fs';
import { collect } from '../collect.ts';
import { pause } from './person.ts';

/** What a process holds: it must be the same when all have left. */
export interface Held {
  readonly descriptors: number;
  readonly sockets: number;
  readonly timers: number;
}

export function held(): Held {
  const resources = process.getActiveResourcesInfo();
  const count = (pattern: RegExp) =>
    resources.filter(name => pattern.test(name)).length;
  return {
    // Windows has no such list: there sockets and timers must do.
    descriptors: existsSync('/dev/fd') ? readdirSync('/dev/fd').length : 0,
    sockets: count(/^(TCP|UDP)/),
    timers: count(/^Timeout/),
  };
}

/** What is held once no more than `before` is, or after three seconds anyway. */
export async function backAtRest(before: Held): Promise<Held> {
  const names = ['descriptors', 'sockets', 'timers'] as const;
  for (let tries = 0; tries < 300; tries++) {
    const now = held();
    if (names.every(name => now[name] <= before[name])) return before;
    await pause(10);
  }
  return held();
}

/** Megabytes that are still in use. */
export function memory(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_048_576;
}
