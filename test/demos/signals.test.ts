import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import type { Skippable } from '../needs.ts';
import { demoCommand, recordFile, type Test } from './program.ts';
import { call, listen } from './raw.ts';
import { onScreen } from './screen.ts';

const window = { columns: 100, rows: 24 };
const ctrlC = '\u0003';
const ctrlZ = '\u001a';

const inWindow = (test: Test & Skippable, name: string, args: string) =>
  onScreen(test, demoCommand(name, args), window);

/** A shell with job control. What it starts has a parent in its process group, as npm is one. */
async function inShell(test: Test & Skippable, name: string, args: string) {
  const shell = onScreen(test, ['bash', '--norc', '--noprofile', '-i'], window);
  await shell.screen.until(/[$#]$/);
  shell.type("PS1='shell$ '\r");
  await shell.screen.endsWith('\nshell$');
  shell.type(`sh -c '${demoCommand(name, args).join(' ')}; echo left'\r`);
  return {
    ...shell,
    /** Ctrl-Z, and `fg`. */
    async stopAndGoOn(): Promise<void> {
      shell.type(ctrlZ);
      await shell.screen.until(/Stopped[\s\S]*shell\$$/);
      shell.type('fg\r');
      await shell.screen.until(/shell\$ fg\n/);
    },
    async exits(): Promise<void> {
      await shell.screen.until(/left\nshell\$$/);
      shell.type('exit\r');
      await shell.screen.until(/\[exit \d+, sane\]/);
    },
  };
}

describe.concurrent('Ctrl-Z and fg', () => {
  it('leave a client a keyboard that is heard, and the line that was half typed', async test => {
    const { port, caller } = await listen(test);
    const client = await inShell(test, 'half-duplex', `client --port ${port}`);
    const station = await caller;
    await client.screen.until(/\nspeak>$/);
    client.type('can you ');
    await client.screen.until(/\nspeak> {2}can you$/);
    await client.stopAndGoOn();
    await client.screen.until(/\nspeak> {2}can you$/);
    client.type('hear me\r');
    await station.heard.until('can you hear me\n');
    client.type(ctrlC);
    await station.heard.until('/quit\n');
    station.end();
    await client.exits();
  });

  it('draw a line that fills several rows once', async test => {
    takesLong(test);
    const { port, caller } = await listen(test);
    const client = await inShell(test, 'half-duplex', `client --port ${port}`);
    const station = await caller;
    await client.screen.until(/\nspeak>$/);
    const typed = Array.from({ length: 40 }, (_, nth) => `word${nth}`).join(' ');
    client.type(typed);
    await client.screen.until(/word39$/);
    await client.stopAndGoOn();
    await client.screen.until(/fg\n[\s\S]*word39$/);
    expect(client.screen.text.match(/speak>/g)).toHaveLength(1);
    client.type(ctrlC);
    await station.heard.until('/quit\n');
    station.end();
    await client.exits();
  });

  it('leave an operator the keyboard', async test => {
    takesLong(test);
    const station = await inShell(test, 'half-duplex', 'server --operator --port 0');
    const [, port] = await station.screen.until(
      /listening on 127\.0\.0\.1:(\d+)\n[\s\S]*\n>$/,
    );
    const caller = await call(test, Number(port));
    caller.write('hello\n');
    await station.screen.until('[caller 1] hello\nspeak>');
    await station.stopAndGoOn();
    // Its keyboard is raw again when it draws its prompt. Before that, Ctrl-C would be a signal to `sh` too.
    await station.screen.until(/\nspeak>$/);
    station.type('yes\r');
    await caller.heard.until('[station] yes\n');
    station.type(ctrlC);
    caller.end();
    await station.exits();
  });

  it('leave a scene its keys, the space bar too', async test => {
    takesLong(test);
    const scene = await inShell(test, 'half-duplex', '--step');
    await scene.screen.until(/connects .*▶/);
    await scene.stopAndGoOn();
    expect(scene.screen.text).not.toContain('The caller speaks first');
    scene.type(' ');
    await scene.screen.until('The caller speaks first');
    scene.type('q');
    await scene.exits();
  });

  it('do no harm if there is no shell to return to', async test => {
    takesLong(test);
    const scene = inWindow(test, 'half-duplex', '--step');
    await scene.screen.until(/connects .*▶/);
    scene.type(`${ctrlZ} `);
    await scene.screen.until('The caller speaks first');
    scene.type('q');
    await scene.screen.until('[exit 0, sane]');
  });
});

describe.concurrent('a closed window', () => {
  it('leaves a server time for its goodbye and its record', async test => {
    const file = recordFile(test, 'jsonl');
    const args = `server --operator --port 0 --trace ${file}`;
    const station = inWindow(test, 'half-duplex', args);
    const [, port] = await station.screen.until(/listening on 127\.0\.0\.1:(\d+)\n/);
    const caller = await call(test, Number(port));
    caller.write('hello\n');
    await station.screen.until('[caller 1] hello');
    station.endInput();
    expect(await caller.all).toBe('* The station closes\n');
    caller.end();
    await station.screen.until('[exit 0, closed]');
    expect(existsSync(file)).toBe(true);
  });

  it('lets a client say goodbye', async test => {
    takesLong(test);
    const { port, caller } = await listen(test);
    const client = inWindow(test, 'half-duplex', `client --port ${port}`);
    const station = await caller;
    await client.screen.until(/\nspeak>$/);
    client.endInput();
    // The keyboard may end before the signal comes: then there is no more to say than FIN.
    expect(await station.all).toMatch(/^(\/quit\n)?$/);
    station.end();
    await client.screen.until('[exit 0, closed]');
  });

  it('ends a scene with the exit code that shells use for every program', async test => {
    takesLong(test);
    const scene = inWindow(test, 'simplex', '--step');
    await scene.screen.until('q = leave');
    scene.endInput();
    await scene.screen.until('[exit 129, closed]');
  });
});

describe.concurrent('a key that is a signal', () => {
  it('has a row of its own, above the verdict', async test => {
    takesLong(test);
    const file = recordFile(test, 'jsonl');
    const station = inWindow(test, 'half-duplex', `server --port 0 --trace ${file}`);
    await station.screen.until(/or: nc 127\.0\.0\.1 \d/);
    station.type(ctrlC);
    await station.screen.until('[exit 0, sane]');
    expect(station.screen.text).toMatch(/\n\^C\nverdict: /);
  });
});
