import type { Clock } from '../../connection/clock.ts';
import { inNextTask } from '../../connection/next-task.ts';
import type { Wire, WireEvents } from '../../connection/wire.ts';
import { methodsOf } from '../methods.ts';
import { cutting } from './cutting.ts';
import { DelayLine } from './delay-line.ts';
import { cutsBehind, spoilsTime } from './faults.ts';
import type { Faults } from './table.ts';

/** With more than this many bytes in transit, the source must wait. */
const capacity = 262_144;

/** A faulty link in front of one end: `in` impairs what that end receives, `both` also what it sends. */
export function faulty(
  wire: Wire,
  faults: Faults,
  clock: Clock,
  direction: 'in' | 'both',
): Wire {
  const whole = cutsBehind(faults) === Infinity ? wire : cutting(wire, faults);
  if (!spoilsTime(faults)) return whole;
  const reading = faultyReading(whole, new DelayLine(faults, clock));
  return direction === 'in'
    ? reading
    : faultyWriting(reading, new DelayLine(faults, clock));
}

function faultyReading(wire: Wire, lane: DelayLine): Wire {
  let full = false;
  /** Reports once that the link is closed: the underlying wire reports it only once, too. */
  let closed = () => {};
  const spoilt = (events: WireEvents): WireEvents => ({
    chunk(bytes) {
      lane.bytes(bytes, piece => {
        events.chunk(piece);
        if (full && lane.size === 0) {
          full = false;
          wire.resume();
        }
      });
      if (lane.size <= capacity) return;
      full = true;
      wire.pause();
    },
    drained: () => events.drained(),
    ended: () => lane.event(() => events.ended()),
    reset() {
      // A pause may hold the reset back for ever, and a sender that waits for space must not wait for that.
      events.drained();
      lane.event(() => events.reset());
    },
    closed() {
      closed = () => {
        closed = () => {};
        events.closed();
      };
      lane.event(() => closed());
    },
  });
  return {
    ...methodsOf(wire),
    get waiting() {
      return wire.waiting;
    },
    start: events => wire.start(spoilt(events)),
    destroy() {
      lane.drop();
      // The `closed` of the underlying wire may have been in the lane that was just dropped.
      inNextTask(() => closed());
      wire.destroy();
    },
    pause: () => lane.pause(),
    resume: () => lane.resume(),
  };
}

function faultyWriting(wire: Wire, lane: DelayLine): Wire {
  let drained = () => {};
  let owed = false;
  const eased = (events: WireEvents): WireEvents => ({
    chunk: bytes => events.chunk(bytes),
    drained: () => lane.resume(),
    ended: () => events.ended(),
    reset: () => events.reset(),
    closed() {
      lane.drop();
      events.closed();
    },
  });
  return {
    ...methodsOf(wire),
    start(events) {
      drained = () => events.drained();
      wire.start(eased(events));
    },
    get waiting() {
      return lane.size + wire.waiting;
    },
    write(...pieces) {
      for (const bytes of pieces) {
        lane.bytes(bytes, piece => {
          if (!wire.write(piece)) lane.pause();
          if (!owed || lane.size > 0) return;
          owed = false;
          drained();
        });
      }
      owed ||= lane.size > capacity;
      return lane.size <= capacity;
    },
    end: () => lane.event(() => wire.end()),
    destroy() {
      lane.drop();
      wire.destroy();
    },
  };
}
