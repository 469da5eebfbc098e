import { onTestFinished } from 'vitest';
import { Connection } from '../../lib/connection/connection.ts';
import { anything, type Discipline } from '../../lib/connection/discipline.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { Hub } from '../../lib/hub/hub.ts';
import type { Member } from '../../lib/hub/member.ts';
import type { Observe } from '../../lib/trace/recorder.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { codec as lines } from '../connection/pair.ts';
import { Caller } from './caller.ts';

export interface Seat extends Member {
  readonly caller: Caller;
  /** How often something was written for it. */
  writes: number;
  /** How often the hub asked what its network has not taken. */
  visits: number;
  /** What its network has not taken, if it takes nothing. */
  stuck: number | undefined;
  held: boolean;
}

interface Options {
  readonly queue?: number;
  readonly burst?: number;
  /** Another hub than the one that is right. */
  readonly Kind?: typeof Hub<Seat>;
}

/** A hub and its members in memory; every member's wire is watched. */
export function hubOf(
  { Kind = Hub<Seat>, ...limits }: Options = {},
  ...names: string[]
) {
  const clock = new VirtualClock();
  const hub = new Kind({ clock, queue: 100, burst: 1_000_000, ...limits });
  const seats = names.map(name => {
    const seat = seated(name, clock);
    hub.join(seat);
    return seat;
  });
  return { hub, clock, seats: seats as [Seat, Seat, Seat] };
}

/** `observe`: its end keeps a record. */
export function seated(
  name: string,
  clock: VirtualClock,
  codec = lines,
  observe?: Observe,
): Seat {
  const [near, far] = memoryLink(name, name, 'hub');
  const seat: Seat = {
    name,
    caller: new Caller(near),
    connection: undefined as never,
    writes: 0,
    visits: 0,
    stuck: undefined,
    held: false,
  };
  const connection = new Connection({
    wire: watched(far, seat),
    codec,
    clock,
    role: 'callee',
    observe,
  });
  onTestFinished(() => connection.destroy());
  return Object.assign(seat, { connection: connection.start(answersQuestions) });
}

/** As in a room, where anything but a message is answered when it is heard. */
const answersQuestions: Discipline = {
  ...anything,
  message: text =>
    text.startsWith('?')
      ? { kind: 'message', refused: 'a question', reply: `! No answer to ${text}` }
      : { kind: 'message' },
};

function watched(wire: Wire, seat: Seat): Wire {
  return {
    link: wire.link,
    address: wire.address,
    start: events => wire.start(events),
    get waiting() {
      seat.visits++;
      return seat.stuck ?? wire.waiting;
    },
    write(...pieces) {
      seat.writes++;
      return wire.write(...pieces);
    },
    end: () => wire.end(),
    destroy: () => wire.destroy(),
    pause() {
      seat.held = true;
      wire.pause();
    },
    resume() {
      seat.held = false;
      wire.resume();
    },
  };
}
