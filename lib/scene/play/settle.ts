import type { World } from '../world/world.ts';
import type { InFlight } from './in-flight.ts';

/** After how many tasks without an event nothing more happens by itself: a server may collect for one. */
const quietTasks = { stream: 2, datagrams: 1 } as const;

/** Waits until nothing is in flight, and everybody has reacted to what arrived. */
export async function settle(
  world: World,
  inFlight: InFlight,
  patience: number,
): Promise<void> {
  const until = world.clock.now() + patience;
  const tasks = quietTasks[world.faults];
  for (let still = 0; still < tasks || inFlight.underWay; ) {
    const nothingMoves = still === tasks;
    if (nothingMoves) await nudge(until);
    const seen = inFlight.version;
    await world.quiet();
    still = nothingMoves || seen !== inFlight.version ? 0 : still + 1;
  }

  /** Called when nothing moves: a delay may have to pass. If there is none, the scene has failed. */
  async function nudge(until: number): Promise<void> {
    const { clock, linkClock } = world;
    if (clock !== linkClock) {
      if (await inFlight.change(patience)) return;
    } else if (clock.next !== undefined && clock.next <= until) return clock.step();
    const { underWay } = inFlight;
    throw new Error(`nothing moves for ${patience} ms, the longest wait: ${underWay}`);
  }
}

/** Lets time pass, one deadline after the other: the effects of each are over before the next. */
export async function passTime(
  ms: number,
  { clock }: World,
  settled: () => Promise<void>,
): Promise<void> {
  const until = clock.now() + ms;
  while (clock.next !== undefined && clock.next <= until) {
    clock.step();
    await settled();
  }
  clock.moveTo(until);
}
