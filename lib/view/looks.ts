import type { TraceEvent } from '../trace/event.ts';
import type { Mode } from '../trace/rules/index.ts';
import type { Glyphs } from './ladder/glyphs.ts';
import { cells } from './text/width.ts';

/** How a mode is drawn. This is the only file of lib/view that knows the modes by name. */
export interface ModeLook {
  /** What the mode's own glyphs mean: short lines to print above the picture. */
  legend(glyphs: Glyphs): readonly string[];
  /** What a lane shows while nothing leaves or arrives: nothing, a line, or whose turn it is. */
  readonly lane: 'nothing' | 'line' | 'turn';
  /** Cells to the right of the last lane, for numbers and for what the mode prints next to its rows. */
  margin(width: number, lanes: readonly string[]): number;
  /** How many cells after the last lane the remarks begin. */
  readonly remarks: number;
  /** Whether the screen of the listening end is printed next to the rows. */
  readonly screen: boolean;
  /** Whether two thin arrows with one cause may share a row. */
  readonly abreast: boolean;
  /** The label of a FIN by which the called end gives up the right to speak, before anything was said. */
  readonly silence?: string;
}

/** The cells of the longest name in `NAME's turn`. A name that needs more is shortened. */
const longestName = (names: readonly string[]): number =>
  Math.min(12, Math.max(7, ...names.map(cells)));

/** The numbers at the lanes. */
const numbers = '1, 2, 3 the order of events';

export const looks: Record<Mode, ModeLook> = {
  simplex: {
    legend: ({ message, control, right }) => [
      `${message}${message}${right} a message   ${control}${control}${right} the connection itself   ${numbers}`,
    ],
    lane: 'nothing',
    margin: width => (width < 80 ? 25 : 29),
    remarks: 12,
    screen: true,
    abreast: false,
    silence: 'FIN: "you will hear nothing"',
  },
  'half-duplex': {
    legend: ({ speak, listen }) => [
      `${speak} may speak   ${listen} must listen   ${numbers}`,
    ],
    lane: 'turn',
    margin: (_, lanes) => 10 + longestName(lanes),
    remarks: 4,
    screen: false,
    abreast: false,
  },
  'full-duplex': {
    legend: ({ crossed, leadsTo }) => [
      `${crossed} two messages crossed   ${numbers}   2-8 events 2 to 8`,
      `2${leadsTo}5 sent at 2, heard at 5: the row stands at 2`,
    ],
    lane: 'line',
    margin: (_, lanes) => (lanes.length === 2 ? 17 : 8),
    remarks: 4,
    screen: false,
    abreast: true,
  },
};

/** Returns what the screen of `end` shows of an event, if the mode is drawn with that screen. */
export const screenBeside = (
  mode: Mode,
  end: string,
): ((event: TraceEvent) => string | undefined) | undefined =>
  looks[mode].screen
    ? event => (event.end === end && event.what === 'received' ? event.text : undefined)
    : undefined;
