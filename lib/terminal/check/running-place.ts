import { isDropped, type ServerPlace, Unreachable } from '../../check/place.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Values } from '../../options/option.ts';
import { realTime } from './real-time.ts';

/** A server that runs already, and stays. What the players leave behind, the next ones find. */
export function runningPlace(name: string, at: Values): ServerPlace {
  let reached = false;
  return {
    name,
    inHand: new Set(['pass', 'settled', 'isCut', 'heldFor']),
    flags: false,
    async open() {
      let empty = true;
      const letGo = (all: boolean) => {
        empty = all;
      };
      return {
        stranger: { address: name, at, reach, letGo, inHand: () => realTime },
        remarks: async () => [],
        close: async () => empty,
      };
    },
  };

  async function reach(connect: () => Promise<Wire>): Promise<Wire> {
    try {
      const wire = await connect();
      reached = true;
      return wire;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const problem = `cannot connect to ${name} (${code ?? message})`;
      if (reached || isDropped(error)) throw new Error(problem);
      throw new Unreachable(
        `${problem}: start the server first, or give its command after --`,
      );
    }
  }
}
