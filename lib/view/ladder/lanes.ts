import type { TraceEvent } from '../../trace/event.ts';
import type { Mode } from '../../trace/rules/index.ts';
import { looks, type ModeLook } from '../looks.ts';
import type { PictureOptions } from '../meaning/picture.ts';
import { type Paint, plainPaint } from '../text/paint.ts';
import { cells, shorten } from '../text/width.ts';
import { ascii } from './ascii.ts';
import { Row } from './canvas.ts';
import { type Glyphs, unicode } from './glyphs.ts';

export interface ViewOptions extends PictureOptions {
  readonly mode: Mode;
  /** The terminal's width in cells (default: 80). */
  readonly width?: number;
  readonly paint?: Paint;
  readonly ascii?: boolean;
  /** Returns what to print next to the row of an event, such as what the receiver displays. */
  readonly aside?: ((event: TraceEvent) => string | undefined) | undefined;
}

/** What every style offers: its heading, and the rows of each settled batch. */
export interface View {
  head(): string[];
  draw(batch: readonly TraceEvent[]): string[];
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
  const last = width - 1 - look.margin(width, names.length);
  const step = (last - leftMargin) / (names.length - 1);
  return {
    names,
    at: names.map((_, lane) => Math.round(leftMargin + lane * step)),
    remarks: last + look.remarks,
    width,
    look,
    glyphs: options.ascii ? ascii : unicode,
    paint: options.paint ?? plainPaint,
  };
}

/** The row of names above the lanes. */
export function headRow(lanes: LanesOnScreen, remark = ''): string {
  const { at, names, glyphs, width } = lanes;
  const room = (at[1] ?? width) - (at[0] ?? 0) - 2;
  const row = new Row();
  names.forEach((name, lane) => {
    const shown = shorten(name, room, glyphs.more);
    const start = (at[lane] ?? 0) - Math.floor(cells(shown) / 2);
    row.put(Math.max(0, Math.min(start, width - cells(shown))), shown, 'lane', lane);
  });
  if (remark !== '') row.put(lanes.remarks, remark, 'note');
  return row.paint(lanes.paint);
}
