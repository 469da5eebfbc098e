import type { Wire, WireEvents } from '../../connection/wire.ts';
import { methodsOf } from '../methods.ts';

/** A WebSocket ends with a Close frame; what breaks it is still TCP's RST. */
export const webSocketEndings = { ended: 'Close', reset: 'RST' };

/** A link without half-close, like WebSocket: an end that ends closes both directions. */
export function wholeClose(wire: Wire): Wire {
  let over = false;
  return {
    ...methodsOf(wire),
    endings: webSocketEndings,
    get waiting() {
      return wire.waiting;
    },
    start: events => wire.start(whole(events)),
    write: (...pieces) => over || wire.write(...pieces),
  };

  function whole(events: WireEvents): WireEvents {
    return {
      chunk: bytes => events.chunk(bytes),
      drained: () => events.drained(),
      ended() {
        over = true;
        wire.end();
        events.ended();
        events.closed();
      },
      reset: () => events.reset(),
      closed() {
        if (!over) events.closed();
      },
    };
  }
}
