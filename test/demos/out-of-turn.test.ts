import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import type { Skippable } from '../needs.ts';
import { demoCommand, type Test } from './program.ts';
import { call, listen } from './raw.ts';
import { type OnScreen, onScreen } from './screen.ts';

const look = { columns: 80, rows: 24 };

const onTerminal = (test: Test & Skippable, args: string): OnScreen =>
  onScreen(test, demoCommand('half-duplex', args), look);

async function station(test: Test & Skippable) {
  const { screen, type } = onTerminal(test, 'server --operator --port 0');
  const [, port] = await screen.until(/listening on 127\.0\.0\.1:(\d+)/);
  return { screen, type, port: Number(port) };
}

describe.concurrent('what is typed out of turn', () => {
  it('waits on the caller’s screen, and is shown again when it is sent', async test => {
    const { port, caller } = await listen(test);
    const { screen, type } = onTerminal(test, `client --port ${port}`);
    const other = await caller;
    await screen.endsWith('speak>');
    type('one\r');
    await screen.endsWith('listen>');
    type('two\rhal');
    await screen.endsWith('listen> two', 'waits for your turn', 'listen> hal');
    other.write('[station] 1\n');
    await screen.endsWith('[station] 1', 'sent now: two', 'listen> hal');
    expect(other.heard.text).toBe('one\ntwo\n');
    other.end();
    await screen.until('[exit 1, sane]');
  });

  it('is refused if the caller is nc, which lets it through', async test => {
    const { screen, type, port } = await station(test);
    const nc = await call(test, port);
    await screen.endsWith('* caller 1 is on the line', 'listen>');
    nc.write('Is anybody there?\n');
    await screen.until('[caller 1] Is anybody there?');
    nc.write('Hello??\n');
    await nc.heard.until('! Not your turn: wait for [station]\n');
    await screen.endsWith('[caller 1] Is anybody there?', 'speak>');
    type('Yes\r');
    await nc.heard.until('[station] Yes\n');
    await screen.endsWith('speak>  Yes', 'listen>');
  });

  it('waits on the operator’s screen, and is not sent to the next caller', async test => {
    takesLong(test);
    const { screen, type, port } = await station(test);
    const nc = await call(test, port);
    await screen.endsWith('listen>');
    type('Yes\rand more\r');
    await screen.endsWith(
      'listen> Yes',
      'waits for your turn',
      'listen> and more',
      'waits for your turn',
      'listen>',
    );
    nc.write('a\n');
    await screen.endsWith('[caller 1] a', 'sent now: Yes', 'listen>');
    nc.end();
    await screen.endsWith('* caller 1 has ended', 'not sent: and more', '>');
    expect(await nc.all).toBe('[station] Yes\n');
  });
});
