import type { Wire, WireEvents } from '../../connection/wire.ts';
import { methodsOf } from '../methods.ts';
import { cutsBehind } from './faults.ts';
import type { Faults } from './table.ts';

/** A link that lets a number of bytes in, and then stalls, ends or breaks. */
export function cutting(wire: Wire, faults: Faults): Wire {
  return {
    ...methodsOf(wire),
    get waiting() {
      return wire.waiting;
    },
    start: events => wire.start(cut(events, wire, faults)),
  };
}

function cut(events: WireEvents, wire: Wire, faults: Faults): WireEvents {
  let left = cutsBehind(faults);
  const unlessCut = (tell: () => void) => () => {
    if (left > 0) tell();
  };
  return {
    chunk(bytes) {
      if (left <= 0) return;
      const piece = bytes.subarray(0, left);
      left -= piece.length;
      events.chunk(piece);
      if (left <= 0) happen(events, wire, faults);
    },
    drained: () => events.drained(),
    ended: unlessCut(() => events.ended()),
    reset: unlessCut(() => events.reset()),
    closed: () => events.closed(),
  };
}

/** Ends or breaks the link. A stall fires no event: nothing more is delivered, and nobody is notified. */
function happen(events: WireEvents, wire: Wire, { end, reset }: Faults): void {
  if (reset !== undefined) {
    wire.destroy();
    events.reset();
  } else if (end !== undefined) events.ended();
}
