import { clean } from '../connection/clean.ts';
import { cells, letters } from '../view/width.ts';

/** A line that is being typed: what stands before it, its text, and where the cursor is in the text. */
export interface Typed {
  readonly prompt: string;
  readonly line: string;
  readonly cursor: number;
}

/** A terminal's size, in cells. */
export interface Window {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Draws the typed line below all that was said: it returns what the terminal must be told. readline could
 * draw the line too, but it miscounts the rows of a pasted line, and what we print above moves the line.
 */
export class TypedLine {
  readonly #rewraps: boolean;
  /** What stands on the screen up to the cursor and under it, and how many rows are above the cursor's row. */
  #toCursor = '';
  #up = 0;

  /** `rewraps`: when the window's width changes, the terminal wraps this line anew. */
  constructor(rewraps: boolean) {
    this.#rewraps = rewraps;
  }

  /** Draws it in place of what was drawn. If it is higher than the window, it shows the rows around the cursor. */
  draw({ prompt, line, cursor }: Typed, window: Window): string {
    const { columns } = window;
    const most = Math.max(window.rows - 1, 1);
    const text = clean(prompt + line);
    const place = prompt.length + cursor;
    const before = wrapped(text.slice(0, place), columns);
    const at = endOf(before, columns);
    const first = Math.max(at.row - most + 1, 0);
    const visible = wrapped(text, columns).slice(first, first + most);
    const end = endOf(visible, columns);
    // A terminal begins a new row only when something is written there.
    const begun = end.row === visible.length ? ' ' : '';
    const [under] = letters(text.slice(place));
    const erased = this.erase();
    this.#toCursor = before.slice(first).join('') + (under?.text ?? begun);
    this.#up = at.row - first;
    const back = `${up(end.row - this.#up)}\u001b[${at.column + 1}G`;
    return `${erased}${visible.join('')}${begun}${back}`;
  }

  /** Takes it off the screen: what is printed next stands in its place. */
  erase(): string {
    const erased = `${up(this.#up)}\r\u001b[J`;
    this.forget();
    return erased;
  }

  /** Somebody else has written to the terminal: what was drawn stays, and the next drawing begins below. */
  forget(): void {
    this.#toCursor = '';
    this.#up = 0;
  }

  /**
   * The window has another width. Where it is not known what the terminal makes of the line, it is drawn
   * too low rather than too high: a stale row may stay, but nothing that was said is erased.
   */
  resized(columns: number): void {
    const up = wrapped(this.#toCursor, columns).length - 1;
    this.#up = this.#rewraps ? up : Math.min(up, this.#up);
  }
}

/** The rows that a terminal makes of a text. */
function wrapped(text: string, columns: number): string[] {
  const rows = [''];
  let used = 0;
  for (const letter of letters(text)) {
    if (used + letter.cells > columns) {
      rows.push('');
      used = 0;
    }
    rows[rows.length - 1] += letter.text;
    used += letter.cells;
  }
  return rows;
}

/** Where the next letter would stand. */
function endOf(rows: readonly string[], columns: number) {
  const column = cells(rows.at(-1) ?? '');
  if (column >= columns) return { row: rows.length, column: 0 };
  return { row: rows.length - 1, column };
}

const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
