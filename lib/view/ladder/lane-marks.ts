import type { ModeLook } from '../looks.ts';
import { type Arrow, refused } from '../meaning/item.ts';
import { shorten } from '../text/width.ts';
import type { Row } from './canvas.ts';
import type { LanesOnScreen } from './lanes.ts';
import type { Placed } from './shaft.ts';

/** The marks on the lanes: at an arrow's end, or where nothing happens. */
export class LaneMarks {
  readonly #lanes: LanesOnScreen;
  /** Half-duplex: who may speak on each link, as announced last. */
  readonly #speaker = new Map<string, string>();

  constructor(lanes: LanesOnScreen) {
    this.#lanes = lanes;
  }

  pass(link: string, who: string): void {
    this.#speaker.set(link, who);
  }

  /** The lanes that an arrow or a turn does not concern. */
  idle(row: Row, left: number, right: number): void {
    this.#lanes.at.forEach((x, lane) => {
      if (lane !== left && lane !== right)
        row.put(x, this.#lanes.glyphs.lane, 'lane', lane);
    });
  }

  /** A lane of the link while nothing leaves or arrives. */
  rest(row: Row, lane: number, link: string): void {
    if (this.#shows === 'turn') this.bar(row, lane, link);
    else if (this.#shows === 'line') this.#put(row, lane, 'lane');
  }

  /** The bar of a turn: whether this end of the link may speak. */
  bar(row: Row, lane: number, link: string): void {
    const may = this.#speaker.get(link) === this.#lanes.names[lane];
    const { speak, listen } = this.#lanes.glyphs;
    row.put(this.#lanes.at[lane] ?? 0, may ? speak : listen, 'turn', lane);
  }

  /** Where an arrow leaves or arrives. */
  end(row: Row, placed: Placed, lane: number): void {
    const { arrow } = placed;
    const touched = lane === placed.from ? left(arrow) : arrived(arrow);
    if (arrow.kind === 'rst' && lane === placed.from) this.#put(row, lane, 'refused');
    else if (this.#shows === 'turn') this.bar(row, lane, arrow.link);
    else if (touched && arrow.kind === 'message') this.#put(row, lane, 'dot');
    else if (this.#shows === 'line') this.#put(row, lane, 'lane');
    else this.#put(row, lane, lane === placed.left ? 'openLeft' : 'openRight');
  }

  get #shows(): ModeLook['lane'] {
    return this.#lanes.look.lane;
  }

  #put(row: Row, lane: number, glyph: keyof typeof inks): void {
    row.put(this.#lanes.at[lane] ?? 0, this.#lanes.glyphs[glyph], inks[glyph], lane);
  }
}

const inks = {
  refused: 'refused',
  dot: 'message',
  lane: 'lane',
  openLeft: 'lane',
  openRight: 'lane',
} as const;

const left = (arrow: Arrow): boolean => arrow.heard !== 'late';
const arrived = (arrow: Arrow): boolean => arrow.heard !== 'stub' && !refused(arrow);

/** Puts the number of an event on the outer side of its lane. */
export function putNumber(
  row: Row,
  x: number,
  n: number | string | undefined,
  side: 'left' | 'right',
) {
  if (n === undefined) return;
  const text = String(n);
  row.put(side === 'right' ? x + 2 : x - 2 - text.length, text, 'number');
}

/** Returns the column of a remark at the right: after the number of the last lane, if there is one. */
export function remarkStart(lanes: LanesOnScreen, n: number | string = ''): number {
  const afterNumber = (lanes.at.at(-1) ?? 0) + 3 + String(n).length;
  return Math.max(lanes.remarks, afterNumber);
}

export function putRemark(
  row: Row,
  lanes: LanesOnScreen,
  text: string,
  n?: number | string,
): void {
  const start = remarkStart(lanes, n);
  row.put(start, shorten(text, lanes.width - start, lanes.glyphs.more), 'note');
}
