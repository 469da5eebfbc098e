import { type Clock, realClock } from '../../connection/clock.ts';
import { nextTask } from '../../connection/next-task.ts';
import { VirtualClock } from '../../connection/virtual-clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Values } from '../../options/option.ts';
import type { Door, Entrance, Network } from '../../transport/door.ts';
import { type DoorName, doorCalled } from '../../transport/doors.ts';
import type { Faults } from '../../transport/faults/table.ts';
import { DatagramsInFlight } from '../play/datagrams-in-flight.ts';

/** Where a scene is played: a network, and one time for everybody. */
export interface World {
  /** Listens at the same place each time: a server that starts again keeps its address. */
  listen(door: DoorName, flags: Values, node?: string): Promise<Entrance>;
  connect(door: DoorName, guest: Guest): Promise<Wire>;
  /** The kind of faults that its links can have. */
  readonly faults: Door['faults'];
  /** Settles when nothing is in transit that connections do not know of: datagrams may be lost. */
  quiet(): Promise<void>;
  /** The clock of all deadlines. Only `N s pass` and the delays of a link move it. */
  readonly clock: VirtualClock;
  /** The clock of the links' delays. */
  readonly linkClock: Clock;
  /** The record's time, in milliseconds. */
  now(): number;
  /** False if a real clock runs too: then a run can only be said to take "not less than" a time. */
  readonly exact: boolean;
}

/** Who connects, and how: what a transport may need to know. */
export interface Guest {
  readonly name: string;
  /** What the link does to datagrams. (What it does to bytes is done to the wire.) */
  readonly faults: Faults;
  /** Which node of the server it calls, if there are several. */
  readonly node?: string;
}

/** One process, no network, and a time that only moves when it must: the same run every time. */
export const memoryWorld = (faults: Door['faults'] = 'stream'): World =>
  worldOf(faults, true, (door, node) => door.inMemory(node));

/**
 * The real network on this machine. Deadlines still wait for the scene. A stream's delays take real time;
 * datagrams are delayed only by our own link.
 */
export const realWorld = (faults: Door['faults'] = 'stream'): World =>
  worldOf(faults, false, door => door.network());

function worldOf(
  faults: Door['faults'],
  exact: boolean,
  networkOf: (door: Door, node: string) => Promise<Network>,
): World {
  const clock = new VirtualClock();
  const linkClock = exact || faults === 'datagrams' ? clock : realClock;
  const datagrams = new DatagramsInFlight();
  const quiet = () => (faults === 'datagrams' ? datagrams.quiet() : nextTask());
  const through = datagrams.counted.bind(datagrams);
  const places = new Map<string, { network: Network; at: Values }>();
  const placeOf = async (name: DoorName, node: string) =>
    places.get(`${name} ${node}`) ?? (await newPlace(name, node));
  return {
    clock,
    linkClock,
    exact,
    faults,
    quiet,
    now: () => linkClock.now(),
    async listen(name, flags, node = '') {
      const { network, at } = await placeOf(name, node);
      const link = { clock, faults: {}, through };
      const entrance = await network.listen({ ...flags, ...at }, link);
      places.set(`${name} ${node}`, { network, at: entrance.at });
      return entrance;
    },
    async connect(door, { name, faults, node = '' }) {
      const { network, at } = await placeOf(door, node);
      return reached(network.connect({ ...at, name }, { clock, faults, through }));
    },
  };

  async function newPlace(name: DoorName, node: string) {
    const network = await networkOf(doorCalled(name), node);
    return { network, at: network.anywhere() };
  }

  /**
   * Waits for a connection. A lost datagram of the handshake is repeated after some time, so time
   * must pass.
   */
  async function reached(wire: Promise<Wire>): Promise<Wire> {
    if (faults === 'stream') return wire;
    let settled = false;
    const done = () => {
      settled = true;
    };
    wire.then(done, done);
    for (await quiet(); !settled; await quiet()) clock.step();
    return wire;
  }
}
