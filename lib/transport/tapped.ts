import type { Wire, WireEvents } from '../connection/wire.ts';
import { methodsOf } from './methods.ts';

/** What a tap is told of what comes in at a wire: always before it is passed on. */
export type TapEvents = Pick<WireEvents, 'chunk' | 'ended' | 'reset' | 'closed'>;

/** A wire that tells `tap` what comes in. Bytes, endings and backpressure pass as they are. */
export function tapped(wire: Wire, tap: TapEvents): Wire {
  return {
    ...methodsOf(wire),
    get waiting() {
      return wire.waiting;
    },
    start: events => wire.start(telling(events, tap)),
  };
}

const telling = (events: WireEvents, tap: TapEvents): WireEvents => ({
  chunk(bytes) {
    tap.chunk(bytes);
    events.chunk(bytes);
  },
  ended() {
    tap.ended();
    events.ended();
  },
  reset() {
    tap.reset();
    events.reset();
  },
  drained: () => events.drained(),
  closed() {
    tap.closed();
    events.closed();
  },
});
