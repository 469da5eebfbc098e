import { realClock } from '../../connection/clock.ts';
import { nextTask } from '../../connection/next-task.ts';
import type { Port } from '../../transport/udp/port.ts';

/**
 * No datagram takes longer than this within one machine, in milliseconds: it was lost, and the
 * scene will say where.
 */
const patience = 2_000;

/** Counts the datagrams in transit between the ports of one process, so that no scene needs to sleep. */
export class DatagramsInFlight {
  /** How many datagrams are in transit to each address whose port is open. */
  readonly #underWay = new Map<string, number>();

  counted(port: Port): Port {
    const underWay = this.#underWay;
    const count = (address: string, more: number) => {
      const now = underWay.get(address);
      if (now !== undefined) underWay.set(address, now + more);
    };
    underWay.set(port.address, 0);
    return {
      address: port.address,
      send(bytes, to) {
        count(to, 1);
        port.send(bytes, to);
      },
      start(hear, refused) {
        port.start((bytes, from) => {
          count(port.address, -1);
          hear(bytes, from);
        }, refused);
      },
      close() {
        underWay.delete(port.address);
        return port.close();
      },
    };
  }

  async quiet(): Promise<void> {
    const until = realClock.now() + patience;
    do await nextTask();
    while (this.#busy && realClock.now() < until);
  }

  get #busy(): boolean {
    return [...this.#underWay.values()].some(count => count > 0);
  }
}
