import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { inTerminal, server } from './program.ts';
import { listen } from './raw.ts';

const ctrlC = '\u0003';
const ctrlD = '\u0004';

describe.concurrent('at a terminal', () => {
  it('space and a hurry a scene, which ends with what to do next', async test => {
    takesLong(test);
    const scene = inTerminal(test, ['half-duplex', '--step']);
    await scene.out.until('q = leave');
    await scene.out.until(/connects .*▶/);
    expect(scene.out.text).not.toContain('The caller speaks first');
    scene.type(' ');
    await scene.out.until('The caller speaks first');
    scene.type('a');
    await scene.out.until('verdict: half-duplex · ok');
    await scene.out.until('npm run demo:half-duplex -- client');
    await scene.out.until('[exit 0, sane]');
    expect(scene.out.text).toContain('█──────');
  });

  it.for([
    ['q', 'q', 0],
    // As a shell has it for every program: a loop over demos is to end as well.
    ['Ctrl-C', ctrlC, 130],
  ] as const)(
    '%s leaves a scene, and the terminal as it was',
    async ([, key, code], test) => {
      if (key === 'q') takesLong(test);
      const scene = inTerminal(test, ['simplex', '--step']);
      await scene.out.until('q = leave');
      scene.type(key);
      await scene.out.until(`[exit ${code}, sane]`);
      expect(scene.out.text).not.toContain('verdict: ');
    },
  );

  it.for([60, 40])(
    'a window of %i columns gets no row that is wider',
    async (columns, test) => {
      if (columns !== 40) takesLong(test);
      const scene = inTerminal(test, ['half-duplex', '--scene eager'], columns);
      await scene.out.until('q = leave');
      scene.type('a');
      await scene.out.until('[exit 0, sane]');
      const rows = scene.out.text.split(/\r?\n/);
      expect(rows.filter(row => row.length > columns)).toEqual([]);
      // A number at the beginning is an event's, in a table and in sentences; a verdict breaks before a part.
      for (const row of rows.filter(row => /^ {0,3}\d/.test(row)))
        expect(row).toMatch(/^ *\d+ +(alice|station|ALICE|STATION) /);
      expect(rows).toContain('  · 3 heard in 2 turns · 1 crossing');
    },
  );

  it('folds an error between its words', async test => {
    takesLong(test);
    const { port } = await listen(test);
    const second = inTerminal(test, ['simplex', `server --port ${port}`], 40);
    await second.out.until('[exit 1, sane]');
    const rows = second.out.text.split(/\r?\n/);
    expect(rows.filter(row => row.length > 40)).toEqual([]);
    expect(rows.join(' ').replaceAll(/ +/g, ' ')).toContain(
      `cannot listen on 127.0.0.1:${port}: another program is already listening there. Stop it, or choose --port 0 for a free port`,
    );
  });

  it('a half-typed line survives what comes in, and the prompt says whose turn it is', async test => {
    const { port, caller } = await listen(test);
    const client = inTerminal(test, ['half-duplex', `client --port ${port}`]);
    const station = await caller;
    await client.out.until('speak>  ');
    client.type('hello\r');
    await station.heard.until('hello\n');
    client.type('hal');
    await client.out.until('listen> hal');
    station.write('* news\n');
    await client.out.until(/\* news[\s\S]*listen> hal/);
    station.write('[station] yes\n');
    await client.out.until(/\[station\] yes[\s\S]*speak> {2}hal/);
    client.type('f\r');
    await station.heard.until('half\n');
    client.type('/quit\r');
    await station.heard.until('/quit\n');
    station.write('* Goodbye\n');
    station.end();
    await client.out.until('[exit 0, sane]');
    expect(station.heard.text).toBe('hello\nhalf\n/quit\n');
  });

  it('Ctrl-D says that there is no more to say', async test => {
    const receiver = await server(test, 'simplex');
    const client = inTerminal(test, ['simplex', `client --port ${receiver.port}`]);
    await client.out.until('> ');
    client.type(`hello\r${ctrlD}`);
    await client.out.until('[exit 0, sane]');
    await receiver.out.until('hello\n* sender 1 has ended\n');
  });

  it('Ctrl-C ends an operator and the station', async test => {
    takesLong(test);
    const station = inTerminal(test, ['half-duplex', 'server --port 0 --operator']);
    await station.out.until('listening on ');
    station.type(ctrlC);
    await station.out.until('[exit 0, sane]');
  });
});
