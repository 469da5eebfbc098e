import type { WireEvents } from '../../connection/wire.ts';
import type { SessionEvent } from '../../datagram/session.ts';

export type WireEvent = (events: WireEvents) => void;

/** Returns the event that a wire reports for a happening. */
export function eventOf(
  happening: Exclude<SessionEvent, { is: 'asked' | 'end' }>,
): WireEvent {
  switch (happening.is) {
    case 'message': {
      const { words, nth, late } = happening;
      return events => events.chunk(words, { nth, late });
    }
    case 'repeat':
      return events => events.repeated?.(happening.words, happening.nth);
    case 'missing':
      return events => events.missing?.(happening.count);
  }
}
