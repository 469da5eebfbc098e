import type { Segment } from './svg-strips.ts';

/** The height of a shelf, in pixels, and the most lines that are remembered for each. */
const [height, most] = [128, 100];

/** Lines by their height on the drawing, so that a label looks only at those which are near. */
export class Shelves {
  readonly #shelves = new Map<number, Segment[]>();

  add(segment: Segment): void {
    for (const shelf of shelvesOf(segment)) {
      const there = this.#shelves.get(shelf);
      if (there === undefined) this.#shelves.set(shelf, [segment]);
      else if (there.length < most) there.push(segment);
    }
  }

  /** Returns the lines near this one: all of them, if there are not too many to be told apart. */
  near(segment: Segment): Segment[] {
    const found = new Set<Segment>();
    for (const shelf of shelvesOf(segment)) {
      for (const one of this.#shelves.get(shelf) ?? []) found.add(one);
      if (found.size > most) break;
    }
    return [...found];
  }
}

/** `reach`: letters are higher than a line. */
function* shelvesOf({ start, end }: Segment, reach = 20): Generator<number> {
  const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
  const last = Math.floor((bottom + reach) / height);
  for (let shelf = Math.floor((top - reach) / height); shelf <= last; shelf++)
    yield shelf;
}
