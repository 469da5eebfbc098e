import type { Drawing } from '../growing.ts';
import { ascii } from '../ladder/ascii.ts';
import { Row } from '../ladder/canvas.ts';
import { unicode } from '../ladder/glyphs.ts';
import type { ViewOptions } from '../ladder/lanes.ts';
import { inkOf } from '../ladder/shaft.ts';
import { looks } from '../looks.ts';
import { type Arrow, type Item, refused } from '../meaning/item.ts';
import { type Line, lineOf } from '../meaning/line.ts';
import { plainPaint } from '../text/paint.ts';
import { shorten } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { spokeOutOfTurn } from './plain.ts';

const turnAt = 6;
const turnRoom = 9;
/** A long message gets this many rows; the rest of it is left out. */
const most = 3;
/** The last column's share of a narrow window, so that words still fit into it. */
const lastRoom = 20;

/** Style B: one row per event, one column per lane. For many lanes, or a narrow window. */
export class Table implements Drawing {
  readonly #options: ViewOptions;
  readonly #width: number;
  readonly #more: string;

  constructor(options: ViewOptions) {
    this.#options = options;
    this.#width = options.width ?? 80;
    this.#more = (options.ascii ? ascii : unicode).more;
  }

  head(): string[] {
    const row = new Row().put(3, '#', 'number');
    if (this.#hasTurns) row.put(turnAt, 'turn', 'turn');
    this.#options.lanes.forEach((name, lane) => {
      const room = this.#column(lane + 1) - this.#column(lane) - 1;
      row.put(this.#column(lane), shorten(name, room, this.#more), 'lane', lane);
    });
    return [row.paint(this.#paint)];
  }

  rows(items: readonly Item[]): string[] {
    return lineOf(items).flatMap(event => this.#rowsOf(event));
  }

  #rowsOf(event: Line): string[] {
    const { n, end } = event.event;
    const lane = this.#options.lanes.indexOf(end);
    const text = lane < 0 ? `${end} ${this.#words(event)}` : this.#words(event);
    const column = this.#column(Math.max(0, lane));
    const rows = wrap(text, this.#width - column, most, this.#more).map(part =>
      new Row().put(column, part, inkOf(event.arrow), Math.max(0, lane)),
    );
    rows[0]?.put(4 - String(n).length, String(n), 'number');
    if (rows[0]) this.#turn(rows[0], event);
    return rows.map(row => row.paint(this.#paint));
  }

  #turn(row: Row, { arrow, bySender }: Line): void {
    const turn = bySender ? arrow.before : arrow.after;
    if (!this.#hasTurns || turn === undefined) return;
    row.put(turnAt, shorten(turn.who.toUpperCase(), turnRoom, this.#more), 'turn');
  }

  #words(event: Line): string {
    const between = this.#options.lanes.length > 2;
    return event.bySender ? doing(event, between) : hearing(event, between);
  }

  /** Returns where a lane's column starts; after the last lane, where the window ends. */
  #column(lane: number): number {
    const first = turnAt + (this.#hasTurns ? turnRoom + 1 : 0);
    const { length } = this.#options.lanes;
    if (lane >= length) return this.#width;
    const share = (this.#width - first) / length;
    const last = Math.min(this.#width - lastRoom, this.#width - share);
    const step = length === 1 ? 0 : (last - first) / (length - 1);
    return Math.floor(first + lane * step);
  }

  get #hasTurns(): boolean {
    return looks[this.#options.mode].lane === 'turn';
  }

  get #paint() {
    return this.#options.paint ?? plainPaint;
  }
}

/**
 * Returns the verbs for an event of the link itself. An ending has the name that its transport
 * uses: FIN, or Close.
 */
function verbs({ kind, label }: Arrow): { does: string; hears: string } | undefined {
  if (kind === 'connect') return { does: 'connects', hears: 'accepts' };
  if (kind === 'fin') return { does: `ends (${label})`, hears: `hears ${label}` };
  if (kind === 'rst') return { does: `vanishes (${label})`, hears: `hears ${label}` };
  return undefined;
}

function doing({ arrow, crossed }: Line, between: boolean): string {
  const verb = verbs(arrow)?.does;
  const to = between ? ` to ${arrow.to}` : '';
  const notes = [
    arrow.heard === 'stub' && 'on its way',
    spokeOutOfTurn(arrow) && 'out of turn',
    crossed?.sent && `crossed ${crossed.sent.n}`,
  ].filter(Boolean);
  const noted = notes.length > 0 ? `   (${notes.join('; ')})` : '';
  if (verb !== undefined) return `${verb}${to}${noted}`;
  const whom = between ? ` ${arrow.to}` : '';
  const does = arrow.kind === 'message' ? `says${to}` : `tells${whom}`;
  return `${does}  ${arrow.label}${noted}`;
}

function hearing({ arrow, crossed }: Line, between: boolean): string {
  const verb = verbs(arrow)?.hears;
  const whom = between ? ` from ${arrow.from}` : '';
  if (arrow.kind === 'connect') return `${verb} ${arrow.from}`;
  if (verb !== undefined) return `${verb}${whom}`;
  if (refused(arrow)) return refusing(arrow);
  const noted = crossed?.sent ? `   (crossed ${crossed.sent.n})` : '';
  return `hears${whom}  ${arrow.label}${noted}`;
}

function refusing({ sent, reason }: Arrow): string {
  const why = reason && reason !== 'out of turn' ? `: ${reason}` : '';
  return `refuses ${sent?.n ?? 'words'}, ${sent ? 'it is' : 'they are'} not heard${why}`;
}
