import { clean } from '../../connection/clean.ts';
import { cells, letters } from '../../view/text/width.ts';

/** A line that is being typed: its prompt, its text, and the cursor's position in the text. */
export interface TypedText {
  readonly prompt: string;
  readonly line: string;
  readonly cursor: number;
}

/** A terminal's size, in cells. */
export interface WindowSize {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Draws the typed line below everything that was printed. Returns the text for the terminal. readline could
 * draw the line too, but it miscounts the rows of a pasted line, and what we print above moves the line.
 */
export class TypedLine {
  readonly #rewraps: boolean;
  /** What is on the screen up to the cursor and after it, and how many rows are above the cursor's row. */
  #toCursor = '';
  #up = 0;

  /** `rewraps`: whether the terminal wraps this line again when the window's width changes. */
  constructor(rewraps: boolean) {
    this.#rewraps = rewraps;
  }

  /**
   * Draws the line in place of the last drawing. If the window has too few rows, it shows those
   * around the cursor.
   */
  draw({ prompt, line, cursor }: TypedText, window: WindowSize): string {
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

  /** Removes the line from the screen: the next output is printed in its place. */
  erase(): string {
    const erased = `${up(this.#up)}\r\u001b[J`;
    this.forget();
    return erased;
  }

  /**
   * Call this if another program has written to the terminal: the old drawing stays, and the next
   * begins below.
   */
  forget(): void {
    this.#toCursor = '';
    this.#up = 0;
  }

  /**
   * Call this when the window's width has changed. If it is not known how the terminal wraps the
   * line, it is drawn too low rather than too high: a stale row may remain, but no message is
   * erased.
   */
  resized(columns: number): void {
    const up = wrapped(this.#toCursor, columns).length - 1;
    this.#up = this.#rewraps ? up : Math.min(up, this.#up);
  }
}

/** Returns the rows into which a terminal wraps a text. */
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

/** Returns the position of the next letter. */
function endOf(rows: readonly string[], columns: number) {
  const column = cells(rows.at(-1) ?? '');
  if (column >= columns) return { row: rows.length, column: 0 };
  return { row: rows.length - 1, column };
}

const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
