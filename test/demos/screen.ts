import xterm from '@xterm/headless';
import type { Skippable } from '../needs.ts';
import { Heard, literally } from './heard.ts';
import { type Program, type Test, terminal } from './program.ts';

export interface Look {
  readonly columns: number;
  readonly rows: number;
  /** When the width changes, the line with the cursor is wrapped again, as the other lines are. */
  readonly rewraps?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a person sees: a terminal's screen, and what has scrolled off it. */
export class Screen extends Heard {
  readonly #terminal: xterm.Terminal;

  constructor({ columns, rows, rewraps = false }: Look) {
    super(() => this.rows.join('\n'));
    this.#terminal = new xterm.Terminal({
      cols: columns,
      rows,
      reflowCursorLine: rewraps,
      allowProposedApi: true,
    });
  }

  override add(words: string): void {
    this.#terminal.write(words, () => super.add(''));
  }

  /** Settles when what was written is on the screen. */
  write(words: string): Promise<void> {
    return new Promise(done => this.#terminal.write(words, done));
  }

  /** Its rows from the first, without the empty ones below. */
  get rows(): string[] {
    const { active } = this.#terminal.buffer;
    const rows = Array.from(
      { length: active.length },
      (_, nth) => active.getLine(nth)?.translateToString(true).trimEnd() ?? '',
    );
    return rows.slice(0, 1 + rows.findLastIndex(row => row !== ''));
  }

  /** Waits until these rows are the last. */
  async endsWith(...rows: readonly string[]): Promise<void> {
    await this.until(literally(rows.join('\n'), '$'));
  }

  /** The letter under the cursor, and what follows it in its row. */
  get underCursor(): string {
    const { active } = this.#terminal.buffer;
    const row = active.getLine(active.baseY + active.cursorY);
    return row?.translateToString(true, active.cursorX) ?? '';
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
  }
}

export interface OnScreen extends Program {
  readonly screen: Screen;
  resize(columns: number): void;
}

/** Any command in a terminal that has a screen. */
export function onScreen(
  test: Test & Skippable,
  command: readonly string[],
  look: Look,
): OnScreen {
  const screen = new Screen(look);
  const program = terminal(test, command, look, screen);
  const resize = (columns: number) => {
    screen.resize(columns, look.rows);
    program.type(`\u001b[8;${look.rows};${columns}t`);
  };
  return { ...program, screen, resize };
}
