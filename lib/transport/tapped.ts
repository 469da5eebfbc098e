import type { Wire, WireEvents } from '../connection/wire.ts';
import { methodsOf } from './methods.ts';

/** The events of a wire that a tap sees, always before they are passed on. */
export type TapEvents = Pick<WireEvents, 'chunk' | 'ended' | 'reset' | 'closed'>;

/** A stream's wire that reports to `tap` what arrives. Bytes, endings and backpressure pass unchanged. */
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
