import type { Drawing } from '../growing.ts';
import { type Copies, gathered } from '../meaning/copies.ts';
import { summed } from '../meaning/introductions.ts';
import type { Arrow, Cross, Item, TurnMove } from '../meaning/item.ts';
import { sentences } from '../rows/plain.ts';
import { cells, shorten } from '../text/width.ts';
import { drawAbreast } from './abreast.ts';
import { Row } from './canvas.ts';
import { crossTitle, drawCross } from './cross.ts';
import { drawFan } from './fan.ts';
import { inOrder, type Told, toldAs } from './in-full.ts';
import { LaneMarks, putRemark } from './lane-marks.ts';
import { headRow, type LanesOnScreen, layLanes, type ViewOptions } from './lanes.ts';
import { drawRung } from './rung.ts';
import { type Drawn, placeArrow } from './shaft.ts';

const manyLanes = 5;

/** Style A: one lane per end, one row per arrow. */
export class Ladder implements Drawing {
  readonly #options: ViewOptions;
  readonly #lanes: LanesOnScreen;
  readonly #marks: LaneMarks;

  constructor(options: ViewOptions, turns: ReadonlyMap<string, TurnMove>) {
    this.#options = options;
    this.#lanes = layLanes(options);
    this.#marks = new LaneMarks(this.#lanes);
    for (const { link, who } of turns.values()) this.#marks.pass(link, who);
  }

  head(): string[] {
    return [headRow(this.#lanes, this.#options.aside ? 'its screen' : '')];
  }

  rows(happened: readonly Item[]): string[] {
    const items = this.#gathered(summed(happened));
    const drawn: Told[] = [];
    for (let at = 0; at < items.length; at++) {
      const pair = drawAbreast(items.slice(at, at + 2), this.#lanes, this.#marks);
      drawn.push(
        ...(pair ? [this.#told(pair)] : this.#item(items[at] as Item | Copies)),
      );
      if (pair) at++;
    }
    return inOrder(drawn);
  }

  /** With many lanes, all copies of a message get one row, because a row each is too many. */
  #gathered(items: readonly Item[]): readonly (Item | Copies)[] {
    return this.#lanes.names.length >= manyLanes ? gathered(items) : items;
  }

  #item(item: Item | Copies): Told[] {
    if (item.is === 'copies') {
      const fan = drawFan(item, this.#lanes, this.#marks);
      return fan ? [this.#told(fan)] : item.arrows.map(arrow => this.#arrow(arrow));
    }
    if (item.is === 'turn') return [wordless(this.#turn(item))];
    if (item.is === 'arrow') return [this.#arrow(item)];
    const cross = drawCross(item, this.#lanes, this.#marks);
    return cross ? [this.#told(cross)] : this.#beside(item);
  }

  #arrow(arrow: Arrow): Told {
    const placed = placeArrow(arrow, this.#lanes);
    if (placed === undefined) return wordless(this.#inWords(arrow));
    const aside = this.#aside(arrow);
    return this.#told(drawRung(placed, this.#lanes, this.#marks, aside));
  }

  #told(drawn: Drawn): Told {
    return toldAs(drawn, this.#lanes, this.#marks);
  }

  /** Draws two messages that crossed, if there is no space for an X: one by one, in order, with a title. */
  #beside(cross: Cross): Told[] {
    const hops = [cross.first, cross.second].flatMap(arrow => arrow.hops ?? [arrow]);
    const rows = hops.sort(bySending).map(arrow => this.#arrow(arrow));
    return [...rows, wordless(this.#named(crossTitle(cross, this.#lanes)))];
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

const wordless = (rows: readonly string[]): Told => ({ rows, whole: [], below: [] });

const bySending = (a: Arrow, b: Arrow): number => (a.sent?.n ?? 0) - (b.sent?.n ?? 0);
