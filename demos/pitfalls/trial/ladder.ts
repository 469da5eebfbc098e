import type { TraceEvent } from '../../../lib/trace/event.ts';
import type { Figure } from '../../../lib/view/rows/figure.ts';
import { type Style, styleFor, view } from '../../../lib/view/style.ts';

/** What the players did and heard. The program keeps no record: it is in the lane that no event names. */
export function ladder(
  events: readonly TraceEvent[],
  lanes: readonly string[],
): Figure {
  const players = new Set(events.map(({ end }) => end));
  const program = lanes.find(lane => !players.has(lane)) ?? 'program';
  const rows = (style: Style, look = {}) => {
    const peerOf = () => program;
    const drawing = view(style, { ...look, mode: 'full-duplex', lanes, peerOf });
    return [...drawing.head(), ...drawing.draw(events)];
  };
  return {
    draw: look => rows(styleFor(look.width, lanes.length), look),
    tell: () => rows('plain'),
  };
}
