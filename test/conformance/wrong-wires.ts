import type { Wire, WireEvents } from '../../lib/connection/wire.ts';
import { but } from './but.ts';

type Spoil = (wire: Wire) => Wire;

/** The same wire with some of its events replaced. */
const hearing = (
  wire: Wire,
  change: (events: WireEvents) => Partial<WireEvents>,
): Wire =>
  but(wire, {
    start: events =>
      wire.start({
        chunk: bytes => events.chunk(bytes),
        drained: () => events.drained(),
        ended: () => events.ended(),
        reset: () => events.reset(),
        closed: () => events.closed(),
        ...change(events),
      }),
  });

/** Each breaks one promise of a wire; the checks named must convict it. */
export const wrongWires: Record<string, { spoil: Spoil; convictedBy: string[] }> = {
  'loses the last chunk at the FIN': {
    spoil(wire) {
      let held: Uint8Array | undefined;
      return hearing(wire, events => ({
        chunk(bytes) {
          if (held) events.chunk(held);
          held = bytes;
        },
      }));
    },
    convictedBy: ['ends after what was written', 'carries much to a slow reader'],
  },
  'delivers while it is paused': {
    spoil: wire => but(wire, { pause: () => {} }),
    convictedBy: ['pauses in the middle of a chunk handler'],
  },
  'never says drained': {
    spoil: wire => hearing(wire, () => ({ drained: () => {} })),
    convictedBy: [
      'holds a writer back while the reader is paused',
      'carries much to a slow reader',
    ],
  },
  'always has space': {
    spoil: wire => but(wire, { write: (...pieces) => wire.write(...pieces) || true }),
    convictedBy: ['holds a writer back while the reader is paused'],
  },
  'takes only the first of several pieces': {
    spoil: wire =>
      but(wire, { write: piece => piece === undefined || wire.write(piece) }),
    convictedBy: ['takes several pieces as one, and says when none is waiting'],
  },
  'swaps two chunks': {
    spoil(wire) {
      let count = 0;
      let held: Uint8Array | undefined;
      return hearing(wire, events => ({
        chunk(bytes) {
          if (++count === 2) held = bytes;
          else events.chunk(bytes);
          if (count === 3 && held) events.chunk(held);
        },
      }));
    },
    convictedBy: ['carries bytes both ways, in order'],
  },
  'cuts the answer off at the FIN': {
    spoil: wire =>
      hearing(wire, events => ({
        ended() {
          events.ended();
          wire.end();
        },
      })),
    convictedBy: ['delivers the answer to an end that has half-closed'],
  },
  'shows a reset as an end': {
    spoil: wire => hearing(wire, events => ({ reset: () => events.ended() })),
    convictedBy: [
      'shows a reset in the middle of a transfer',
      'shows a reset that came before the start',
    ],
  },
  'closes twice': {
    spoil: wire =>
      hearing(wire, events => ({
        closed() {
          events.closed();
          events.closed();
        },
      })),
    convictedBy: ['closes when both end at the same time'],
  },
  'never closes when it is dropped': {
    spoil(wire) {
      let dropped = false;
      return but(
        hearing(wire, events => ({ closed: () => dropped || events.closed() })),
        {
          destroy() {
            dropped = true;
            wire.destroy();
          },
        },
      );
    },
    convictedBy: ['closes when it is destroyed right after its end'],
  },
  'lets the FIN overtake what was written': {
    spoil(wire) {
      const late: Uint8Array[] = [];
      return but(wire, {
        write(...pieces) {
          late.push(...pieces);
          setImmediate(() => wire.write(...late.splice(0)));
          return true;
        },
      });
    },
    convictedBy: ['ends after what was written'],
  },
  'speaks before it is asked to': {
    spoil: wire =>
      but(wire, {
        start(events) {
          wire.start(events);
          events.drained();
        },
      }),
    convictedBy: ['carries bytes both ways, in order'],
  },
  'loses what came before the start': {
    spoil(wire) {
      let started = false;
      return but(
        hearing(wire, events => ({
          chunk: bytes => void (started && events.chunk(bytes)),
        })),
        {
          resume() {
            started = true;
            wire.resume();
          },
        },
      );
    },
    convictedBy: ['carries bytes both ways, in order'],
  },
};
