import { realClock } from '../../connection/clock.ts';
import { defaultsOf } from '../../options/option.ts';
import { type DoorName, doorCalled } from '../../transport/doors.ts';

/**
 * Ports that no system gives away by itself: Linux does that from 32,768 on, macOS and Windows from
 * 49,152 on. A port that a system has given us may belong to another program before our command listens.
 */
const range = { first: 20_000, count: 12_000 };
const tries = 50;

const anyPort = (): number => range.first + Math.floor(Math.random() * range.count);

/** Returns a port at which nothing listens. Rejects with Node's error if none is found. */
export async function freePort(door: DoorName, pick = anyPort): Promise<number> {
  const { network: open, server } = doorCalled(door);
  const network = await open();
  const link = { clock: realClock, faults: {} };
  for (let left = tries; ; left--) {
    const port = pick();
    const at = { ...defaultsOf(server(port)), ...network.anywhere(), port };
    try {
      const { close } = await network.listen(at, link);
      await close();
      return port;
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}
