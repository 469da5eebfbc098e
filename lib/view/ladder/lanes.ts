import type { TraceEvent } from '../../trace/event.ts';
import type { Mode } from '../../trace/rules/index.ts';
import { looks, type ModeLook } from '../looks.ts';
import type { PictureOptions } from '../meaning/picture.ts';
import { type Paint, plainPaint } from '../text/paint.ts';
import { cells, shorten } from '../text/width.ts';
import { ascii } from './ascii.ts';
import { Row } from './canvas.ts';
import { gapsFor, type KnownWords } from './gaps.ts';
import { type Glyphs, unicode } from './glyphs.ts';

export interface ViewOptions extends PictureOptions {
  readonly mode: Mode;
  /** The terminal's width in cells (default: 80). */
  readonly width?: number;
  readonly paint?: Paint;
  readonly ascii?: boolean;
  /** What is known to be said: lanes with few words are narrow. */
  readonly words?: readonly KnownWords[];
  /** Returns what to print next to the row of an event, such as what the receiver displays. */
  readonly aside?: ((event: TraceEvent) => string | undefined) | undefined;
}

/** What every style offers: its heading, and the rows of each settled batch. */
export interface View {
  head(): string[];
  draw(batch: readonly TraceEvent[]): string[];
  /** Learns from an event that is not drawn whose turn it is. */
  skip(event: TraceEvent): void;
}

/** The layout: the lanes' columns, and the column of the remarks to their right. */
export interface LanesOnScreen {
  readonly names: readonly string[];
  readonly at: readonly number[];
  readonly remarks: number;
  readonly width: number;
  readonly look: ModeLook;
  readonly glyphs: Glyphs;
  readonly paint: Paint;
}

const leftMargin = 9;

export function layLanes(options: ViewOptions): LanesOnScreen {
  const width = options.width ?? 80;
  const look = looks[options.mode];
  const names = options.lanes.length > 1 ? options.lanes : [...options.lanes, 'peer'];
  const last = width - 1 - look.margin(width, names);
  const gaps = gapsFor(names, options.words ?? [], last - leftMargin);
  return {
    names,
    at: columns(gaps),
    remarks: last + look.remarks,
    width,
    look,
    glyphs: options.ascii ? ascii : unicode,
    paint: options.paint ?? plainPaint,
  };
}

/** Returns the column of each lane. A little is added, because divided cells lose a little. */
function columns(gaps: readonly number[]): number[] {
  const at = [leftMargin];
  for (const gap of gaps) at.push((at.at(-1) ?? 0) + gap);
  return at.map(column => Math.round(column + 1e-6));
}

/** The row of names above the lanes. */
export function headRow(lanes: LanesOnScreen, remark = ''): string {
  const { at, names, glyphs, width } = lanes;
  const row = new Row();
  names.forEach((name, lane) => {
    const x = at[lane] ?? 0;
    const neighbours = [at[lane - 1], at[lane + 1]].filter(at => at !== undefined);
    const room = Math.min(...neighbours.map(at => Math.abs(at - x))) - 2;
    const shown = shorten(name, room, glyphs.more);
    const start = x - Math.floor(cells(shown) / 2);
    row.put(Math.max(0, Math.min(start, width - cells(shown))), shown, 'lane', lane);
  });
  if (remark !== '') row.put(lanes.remarks, remark, 'note');
  return row.paint(lanes.paint);
}
