import type { TraceEvent } from '../trace/event.ts';
import type { View, ViewOptions } from './ladder/lanes.ts';
import type { Item, TurnMove } from './meaning/item.ts';
import { Picture } from './meaning/picture.ts';

/** One style at one width: the heading, and the rows of what has happened. */
export interface Drawing {
  head(): string[];
  rows(items: readonly Item[]): string[];
}

/** Makes the drawing for a window of `width` cells. `turns`: who may speak on each link. */
export type DrawingAt = (
  width: number | undefined,
  turns: ReadonlyMap<string, TurnMove>,
) => Drawing;

/**
 * A picture that grows and follows the width of its window. When the width changes, the rows that
 * were drawn stay as they are, and the next rows get a new heading.
 */
export class GrowingPicture implements View {
  readonly #picture: Picture;
  readonly #columns: () => number | undefined;
  readonly #draw: DrawingAt;
  readonly #turns = new Map<string, TurnMove>();
  #width: number | undefined;
  #drawing: Drawing;
  /** Whether the lanes have moved and no heading has shown it yet. */
  #moved = false;

  constructor(
    options: ViewOptions,
    columns: () => number | undefined,
    draw: DrawingAt,
  ) {
    this.#picture = new Picture(options);
    this.#columns = columns;
    this.#draw = draw;
    this.#width = columns();
    this.#drawing = draw(this.#width, this.#turns);
  }

  head(): string[] {
    this.#fit();
    this.#moved = false;
    return this.#drawing.head();
  }

  draw(batch: readonly TraceEvent[]): string[] {
    this.#fit();
    const items = this.#picture.add(batch);
    const rows = this.#drawing.rows(items);
    this.#learnTurns(items);
    return rows.length > 0 && this.#moved ? [...this.head(), ...rows] : rows;
  }

  skip(event: TraceEvent): void {
    this.#learnTurns(this.#picture.skip(event));
  }

  #learnTurns(items: readonly Item[]): void {
    for (const item of items) if (item.is === 'turn') this.#turns.set(item.link, item);
  }

  #fit(): void {
    const width = this.#columns();
    if (width === this.#width) return;
    this.#width = width;
    this.#drawing = this.#draw(width, this.#turns);
    this.#moved = true;
  }
}
