import { onTestFinished } from 'vitest';
import { Connection } from '../../lib/connection/connection.ts';
import { anything, type Discipline } from '../../lib/connection/discipline.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { Hub, type Member } from '../../lib/hub/hub.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { codec as lines } from '../connection/pair.ts';
import { Caller } from './caller.ts';

export interface Seat extends Member {
  readonly caller: Caller;
  /** How often something was written for it. */
  writes: number;
  /** What its network has not taken, if it takes nothing. */
  stuck: number | undefined;
  held: boolean;
}

/** A hub and its members in memory; every member's wire is watched. */
export function hubOf(
  options: { queue?: number; burst?: number } = {},
  ...names: string[]
) {
  const clock = new VirtualClock();
  const hub = new Hub<Seat>({
    clock,
    queue: 100,
    burst: 1_000_000,
    ...options,
  });
  const seats = names.map(name => {
    const seat = seated(name, clock);
    hub.join(seat);
    return seat;
  });
  return { hub, clock, seats: seats as [Seat, Seat, Seat] };
}

/** Lines, unless told. */
export function seated(name: string, clock: VirtualClock, codec = lines): Seat {
  const [near, far] = memoryLink(name, name, 'hub');
  const seat: Seat = {
    name,
    caller: new Caller(near),
    connection: undefined as never,
    writes: 0,
    stuck: undefined,
    held: false,
  };
  const connection = new Connection({
    wire: watched(far, seat),
    codec,
    clock,
    role: 'callee',
  });
  onTestFinished(() => connection.destroy());
  return Object.assign(seat, { connection: connection.start(answersQuestions) });
}

/** As in a room, where what is no message is answered when it is heard. */
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
