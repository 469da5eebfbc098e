import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import type { Skippable } from '../needs.ts';
import { demoCommand, type Test } from './program.ts';
import { listen, type Raw } from './raw.ts';
import { type Look, type OnScreen, onScreen } from './screen.ts';

const arrowUp = '\u001b[A';
const arrowRight = '\u001b[C';
const controlA = '\u0001';
const controlL = '\u000c';
const backspace = '\u007f';
const prompt = '>';
const welcome = '* In the room: alice';

interface Member {
  readonly client: OnScreen;
  readonly room: Raw;
  /** Types a text piece by piece: the next when the last one is on the screen. */
  type(text: string): Promise<void>;
  /** Waits until these rows are the last on the screen, and sees that they are all below the welcome. */
  sees(rows: readonly string[]): Promise<void>;
}

/** A member at a terminal, in a room that only its test speaks for. */
async function member(
  test: Test & Skippable,
  look: Partial<Look> = {},
): Promise<Member> {
  const { port, caller } = await listen(test);
  const command = demoCommand('p2m', `client --name alice --port ${port}`);
  const client = onScreen(test, command, { columns: 40, rows: 24, ...look });
  const room = await caller;
  room.write('* Your name?\n');
  await room.heard.until('alice\n');
  room.write(`${welcome}\n`);
  const { screen } = client;
  await screen.until(`${welcome}\n${prompt}`);
  return {
    client,
    room,
    async type(text) {
      for (let end = 10; end < text.length + 10; end += 10) {
        client.type(text.slice(end - 10, end));
        await screen.endsWith(...inRows(`> ${text.slice(0, end)}`, 40));
      }
    },
    async sees(rows) {
      await screen.endsWith(...rows);
      const first = screen.rows.indexOf(welcome) + 1;
      expect(screen.rows.slice(first)).toEqual(rows);
    },
  };
}

const inRows = (text: string, columns: number): string[] =>
  text.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];

async function leave({ client, room }: Member): Promise<void> {
  room.write('* Goodbye\n');
  room.end();
  await client.screen.until('[exit 0, sane]');
}

/** A line of three rows in a window of 40 columns. */
const long = 'abcdefghij'.repeat(10);
const longRows = inRows(`> ${long}`, 40);
const bob = (...words: string[]): string[] => words.map(word => `[bob] ${word}`);

describe.concurrent('typing at a terminal', () => {
  it('brings back what was typed before', async test => {
    takesLong(test);
    const here = await member(test);
    here.client.type('first\r');
    await here.room.heard.until('first\n');
    here.client.type(`${arrowUp}\r`);
    await here.room.heard.until('first\nfirst\n');
    await here.sees(['> first', '> first', prompt]);
    await leave(here);
  });

  it.for(['typed', 'pasted'])(
    'keeps all that comes in above a line of several rows that is %s',
    async (how, test) => {
      const here = await member(test);
      if (how === 'typed') await here.type(long);
      else here.client.type(long);
      await here.sees(longRows);
      for (const word of ['one', 'two', 'three']) {
        here.room.write(`[bob] ${word}\n`);
        await here.client.screen.endsWith(`[bob] ${word}`, ...longRows);
      }
      await here.sees([...bob('one', 'two', 'three'), ...longRows]);
      here.client.type('.\r');
      await here.room.heard.until(`${long}.\n`);
      const said = inRows(`> ${long}.`, 40);
      await here.sees([...bob('one', 'two', 'three'), ...said, prompt]);
      await leave(here);
    },
  );

  it('edits in the middle of a line of several rows', async test => {
    takesLong(test);
    const here = await member(test);
    await here.type(long);
    here.client.type(`${controlA}${arrowRight}X`);
    const rows = inRows(`> aX${long.slice(1)}`, 40);
    await here.sees(rows);
    here.room.write('[bob] one\n');
    await here.sees([...bob('one'), ...rows]);
    expect(here.client.screen.underCursor).toBe(rows[0]?.slice(4));
    await leave(here);
  });

  it('counts wide characters as what they are', async test => {
    takesLong(test);
    const here = await member(test, { columns: 21 });
    here.client.type('你好世界人民你好世界人民');
    // A wide character that does not fit in the last column stands in the next row.
    await here.sees(['> 你好世界人民你好世', '界人民']);
    here.room.write('[bob] 早\n');
    await here.sees(['[bob] 早', '> 你好世界人民你好世', '界人民']);
    here.client.type(`${backspace.repeat(9)}\r`);
    await here.room.heard.until('alice\n你好世\n');
    await here.sees(['[bob] 早', '> 你好世', prompt]);
    await leave(here);
  });

  it('is drawn again when the window’s width changes', async test => {
    takesLong(test);
    const here = await member(test, { rewraps: true, env: { TERM_PROGRAM: 'tmux' } });
    here.room.write('[bob] one\n');
    await here.sees([...bob('one'), prompt]);
    await here.type(long);
    for (const columns of [30, 60]) {
      here.client.resize(columns);
      await here.sees([...bob('one'), ...inRows(`> ${long}`, columns)]);
    }
    await leave(here);
  });

  it('clears the screen at Ctrl-L, and keeps the line', async test => {
    takesLong(test);
    const here = await member(test);
    here.client.type('half');
    await here.sees(['> half']);
    here.client.type(controlL);
    await here.client.screen.until(/^> half$/);
    await leave(here);
  });

  it('Enter at the question for a name leaves', async test => {
    takesLong(test);
    const { port, caller } = await listen(test);
    const command = demoCommand('p2m', `client --port ${port}`);
    const client = onScreen(test, command, { columns: 80, rows: 24 });
    const room = await caller;
    room.write('* Your name?\n');
    await client.screen.until('* Your name?');
    client.type('\r');
    expect(await room.all).toBe('');
    await client.screen.until('left: no name given');
    room.end();
    await client.screen.until('[exit 0, sane]');
  });
});
