import { describe, expect, it } from 'vitest';
import type { Skippable } from '../needs.ts';
import { inTerminal, type Program, type Test } from './program.ts';
import { listen, type Raw } from './raw.ts';

const arrowUp = '\u001b[A';
const backspace = '\u007f';
const resizeTo = (columns: number): string => `\u001b[8;24;${columns}t`;

/** A member at a terminal, in a room that only its test speaks for. */
async function member(
  test: Test & Skippable,
  columns: number,
): Promise<{ client: Program; room: Raw }> {
  const { port, caller } = await listen(test);
  const command = `client --name alice --port ${port}`;
  const client = inTerminal(test, ['p2m', command], columns);
  const room = await caller;
  room.write('* Your name?\n');
  await room.heard.until('alice\n');
  room.write('* In the room: alice\n');
  await client.out.until('* In the room: alice');
  return { client, room };
}

async function leave({ client, room }: { client: Program; room: Raw }): Promise<void> {
  room.end();
  await client.out.until('[exit 0, sane]');
}

describe.concurrent('typing at a terminal', () => {
  it('brings back what was typed before', async test => {
    const here = await member(test, 80);
    here.client.type('first\r');
    await here.room.heard.until('first\n');
    here.client.type(`${arrowUp}\r`);
    await here.room.heard.until('first\nfirst\n');
    await leave(here);
  });

  it('keeps a line that fills several rows, whatever comes in and however wide the window', async test => {
    const here = await member(test, 30);
    const line = 'a line that is longer than the window is wide, and goes on';
    here.client.type(line);
    await here.client.out.until('goes on');
    here.room.write('[bob] one\n');
    await here.client.out.until(/\[bob\] one[\s\S]*goes on/);
    here.client.type(resizeTo(60));
    here.room.write('[bob] two\n');
    await here.client.out.until(/\[bob\] two[\s\S]*goes on/);
    here.client.type('.\r');
    await here.room.heard.until(`${line}.\n`);
    await leave(here);
  });

  it('counts wide characters as what they are', async test => {
    const here = await member(test, 40);
    here.client.type('你好世界😀');
    await here.client.out.until('😀');
    here.room.write('[bob] 早上好\n');
    await here.client.out.until(/\[bob\] 早上好[\s\S]*你好世界😀/);
    here.client.type(`${backspace}${backspace}\r`);
    await here.room.heard.until('alice\n你好世\n');
    expect(here.room.heard.text).toBe('alice\n你好世\n');
    await leave(here);
  });

  it('Enter at the question for a name leaves', async test => {
    const { port, caller } = await listen(test);
    const client = inTerminal(test, ['p2m', `client --port ${port}`]);
    const room = await caller;
    room.write('* Your name?\n');
    await client.out.until('* Your name?');
    client.type('\r');
    expect(await room.all).toBe('');
    await leave({ client, room });
  });
});
