import { describe, expect, it } from 'vitest';
import { TypedLine, type TypedText } from '../../lib/terminal/line/typed-line.ts';
import { Screen } from '../demos/screen.ts';

const prompt = '> ';
const atEnd = (line: string): TypedText => ({ prompt, line, cursor: line.length });

/** A typed line on a screen of its own, and what others say above it. */
class Talk {
  readonly screen: Screen;
  readonly #drawn: TypedLine;
  #window: { columns: number; rows: number };

  constructor(columns: number, rows = 24, { rewraps = false, known = false } = {}) {
    this.#window = { columns, rows };
    this.screen = new Screen({ columns, rows, rewraps });
    this.#drawn = new TypedLine(known);
  }

  draw(typed: TypedText): Promise<void> {
    return this.screen.write(this.#drawn.draw(typed, this.#window));
  }

  say(words: string): Promise<void> {
    return this.screen.write(`${this.#drawn.erase()}${words}\r\n`);
  }

  async resize(columns: number): Promise<void> {
    this.#window = { ...this.#window, columns };
    this.screen.resize(columns, this.#window.rows);
    this.#drawn.resized(columns);
  }
}

const long = 'abcdefghij'.repeat(10);
const rowsOf = (line: string, columns: number): string[] =>
  `> ${line}`.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [];

/** Draws, lets others speak, draws again: what then is on the screen. */
async function spokenOver(talk: Talk, typed: TypedText): Promise<string[]> {
  for (const words of ['one', 'two', 'three']) {
    await talk.draw(typed);
    await talk.say(words);
  }
  await talk.draw(typed);
  return talk.screen.rows;
}
const three = ['one', 'two', 'three'];

describe('a typed line on a screen', () => {
  it.for([0, 1, 37, 38, 39, 100, 118])(
    'of %i letters erases nothing of what was said above it, and leaves no copy',
    async length => {
      const line = long.repeat(2).slice(0, length);
      const rows = rowsOf(line, 40).map(row => row.trimEnd());
      expect(await spokenOver(new Talk(40), atEnd(line))).toEqual([...three, ...rows]);
    },
  );

  it('does so at the bottom of the window, where all moves up', async () => {
    const rows = rowsOf(long, 40);
    expect(await spokenOver(new Talk(40, 5), atEnd(long))).toEqual([...three, ...rows]);
  });

  it.for([0, 37, 38, 39, 77, 78, 99])(
    'has the cursor before letter %i, wherever rows end',
    async cursor => {
      const talk = new Talk(40);
      const typed = { prompt, line: long, cursor };
      expect(await spokenOver(talk, typed)).toEqual([...three, ...rowsOf(long, 40)]);
      expect(talk.screen.underCursor[0]).toBe(long[cursor]);
    },
  );

  it('has the cursor in a new row when the last one is full', async () => {
    const talk = new Talk(40);
    await talk.draw(atEnd('x'.repeat(38)));
    await talk.draw(atEnd(`${'x'.repeat(38)}y`));
    expect(talk.screen.rows).toEqual([`> ${'x'.repeat(38)}`, 'y']);
    await talk.draw(atEnd('x'));
    expect(talk.screen.rows).toEqual(['> x']);
  });

  it('counts wide characters as what they are; one that does not fit stands in the next row', async () => {
    const talk = new Talk(9);
    const rows = await spokenOver(talk, atEnd('你好世界人民'));
    expect(rows).toEqual([...three, '> 你好世', '界人民']);
    expect(await spokenOver(talk, atEnd('e\u0301'.repeat(8)))).toEqual([
      ...three,
      ...three,
      `> ${'e\u0301'.repeat(7)}`,
      'e\u0301',
    ]);
  });

  it('shows controls as what they are', async () => {
    const talk = new Talk(40);
    await talk.draw(atEnd('a\tb\u001b[2Jc'));
    expect(talk.screen.rows).toEqual(['> a b\ufffd[2Jc']);
  });

  it('shows the rows around the cursor if it is higher than the window', async () => {
    const talk = new Talk(40, 5);
    const line = long.repeat(3);
    const rows = rowsOf(line, 40);
    expect(await spokenOver(talk, atEnd(line))).toEqual([...three, ...rows.slice(-4)]);
    await talk.draw({ prompt, line, cursor: 0 });
    expect(talk.screen.rows).toEqual([...three, ...rows.slice(0, 4)]);
    await talk.draw({ prompt, line, cursor: 120 });
    expect(talk.screen.rows).toEqual([...three, ...rows.slice(0, 4)]);
    await talk.draw(atEnd('short'));
    expect(talk.screen.rows).toEqual([...three, '> short']);
  });

  it.for([20, 21, 30, 39, 41, 51, 60, 102, 120])(
    'is drawn in its place in a window of now %i columns, if the terminal is known to wrap it again',
    async columns => {
      for (const line of [long, long.slice(0, 38), long.slice(0, 77)]) {
        const talk = new Talk(40, 24, { rewraps: true, known: true });
        await talk.say('one');
        await talk.draw(atEnd(line));
        await talk.resize(columns);
        await talk.draw(atEnd(line));
        expect(talk.screen.rows).toEqual(['one', ...rowsOf(line, columns)]);
      }
    },
  );

  it.for([20, 30, 39, 41, 60, 120])(
    'erases nothing that was said in a window of now %i columns, whatever the terminal does',
    async columns => {
      for (const rewraps of [true, false]) {
        const talk = new Talk(40, 24, { rewraps, known: false });
        await talk.say('one');
        await talk.draw(atEnd(long));
        await talk.resize(columns);
        const { rows } = talk.screen;
        await talk.draw(atEnd(long));
        expect(talk.screen.rows[0]).toBe('one');
        // Where the terminal leaves the rows alone, a narrower window is drawn as it should be.
        if (!rewraps && columns < 40)
          expect(talk.screen.rows).toEqual(['one', ...rowsOf(long, columns)]);
        expect(rows[0]).toBe('one');
      }
    },
  );
});
