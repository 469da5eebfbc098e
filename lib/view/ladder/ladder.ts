import type { TraceEvent } from '../../trace/event.ts';
import { summed } from '../meaning/introductions.ts';
import type { Arrow, Cross, Item, TurnMove } from '../meaning/item.ts';
import { Picture } from '../meaning/picture.ts';
import { sentences } from '../rows/plain.ts';
import { cells, shorten } from '../text/width.ts';
import { drawAbreast } from './abreast.ts';
import { Row } from './canvas.ts';
import { crossTitle, drawCross } from './cross.ts';
import { LaneMarks, putRemark } from './lane-marks.ts';
import {
  headRow,
  type LanesOnScreen,
  layLanes,
  type View,
  type ViewOptions,
} from './lanes.ts';
import { drawRung } from './rung.ts';
import { placeArrow } from './shaft.ts';

/** Style A: one lane per end, one row per arrow. */
export class Ladder implements View {
  readonly #options: ViewOptions;
  readonly #lanes: LanesOnScreen;
  readonly #picture: Picture;
  readonly #marks: LaneMarks;

  constructor(options: ViewOptions) {
    this.#options = options;
    this.#lanes = layLanes(options);
    this.#picture = new Picture({ ...options, lanes: this.#lanes.names });
    this.#marks = new LaneMarks(this.#lanes);
  }

  head(): string[] {
    return [headRow(this.#lanes, this.#options.aside ? 'its screen' : '')];
  }

  draw(batch: readonly TraceEvent[]): string[] {
    const items = summed(this.#picture.add(batch));
    const rows: string[] = [];
    for (let at = 0; at < items.length; at++) {
      const pair = drawAbreast(items.slice(at, at + 2), this.#lanes, this.#marks);
      rows.push(...(pair ? [pair] : this.#item(items[at] as Item)));
      if (pair) at++;
    }
    return rows;
  }

  #item(item: Item): string[] {
    if (item.is === 'turn') return this.#turn(item);
    if (item.is === 'arrow') return this.#arrow(item);
    return drawCross(item, this.#lanes, this.#marks) ?? this.#beside(item);
  }

  #arrow(arrow: Arrow): string[] {
    const placed = placeArrow(arrow, this.#lanes);
    if (placed === undefined) return this.#inWords(arrow);
    return [drawRung(placed, this.#lanes, this.#marks, this.#aside(arrow))];
  }

  /** Draws two messages that crossed, if there is no space for an X: one by one, in order, with a title. */
  #beside(cross: Cross): string[] {
    const hops = [cross.first, cross.second].flatMap(arrow => arrow.hops ?? [arrow]);
    const rows = hops.sort(bySending).flatMap(arrow => this.#arrow(arrow));
    return [...rows, ...this.#named(crossTitle(cross, this.#lanes))];
  }

  /** Returns a row for the title, with the lanes continued. */
  #named(title: string): string[] {
    if (title === '') return [];
    const { at, paint } = this.#lanes;
    const middle = ((at.at(-2) ?? 0) + (at.at(-1) ?? 0) - cells(title)) / 2;
    const row = new Row();
    this.#marks.idle(row, -1, -1);
    return [row.put(Math.round(middle), title, 'note').paint(paint)];
  }

  #aside({ sent, got }: Arrow): string | undefined {
    const { aside } = this.#options;
    return (got && aside?.(got)) ?? (sent && aside?.(sent));
  }

  /** The bar changes sides. */
  #turn({ link, who, listener }: TurnMove): string[] {
    this.#marks.pass(link, who);
    const [a, b] = [who, listener].map(name => this.#lanes.names.indexOf(name));
    if (a === undefined || b === undefined || a < 0 || b < 0) return [];
    const row = new Row();
    this.#marks.idle(row, a, b);
    this.#marks.bar(row, a, link);
    this.#marks.bar(row, b, link);
    const room = this.#lanes.width - this.#lanes.remarks - cells("'s turn");
    const name = shorten(who, room, this.#lanes.glyphs.more);
    putRemark(row, this.#lanes, `${name}'s turn`);
    return [row.paint(this.#lanes.paint)];
  }

  /** Describes an arrow in words if one of its ends has no lane, so that no event is left out. */
  #inWords(item: Arrow): string[] {
    return sentences(item).map(text =>
      shorten(`  ${text}`, this.#lanes.width, this.#lanes.glyphs.more),
    );
  }
}

const bySending = (a: Arrow, b: Arrow): number => (a.sent?.n ?? 0) - (b.sent?.n ?? 0);
