import { expect, it } from 'vitest';
import type { Program } from '../../lib/scene/world/program.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import { playText, sceneOf } from './playing.ts';

/** It says something as soon as somebody calls, as SMTP and a time server do. */
const greets: Program = {
  server: 'station',
  doors: { tcp: 1 },
  options: {},
  said: () => 'message',
  heard: () => 'message',
  async serve(connections) {
    for await (const connection of connections) {
      connection.start({
        message: text => ({ kind: 'message', text }),
        bad: () => ({ kind: 'message' }),
      });
      void connection.send('220 ready', 'message');
    }
  },
};

const play = (mode: string, steps: readonly string[], verdict: string, header = '') =>
  playText(sceneOf(mode, steps, verdict).replace('\n\n', `\n${header}\n`), {
    program: greets,
    world: memoryWorld(),
  });

const greeting = ['alice connects', 'alice hears 220 ready'];
const answered = [...greeting, 'alice says EHLO'];

it('strict turns convict a server that speaks first; free turns do not', async () => {
  const strict = await play('half-duplex', answered, 'not half-duplex');
  expect(strict.finding).toMatchObject({ ok: true });
  const free = await play('half-duplex', answered, 'half-duplex', 'turns: free\n');
  expect(free.finding).toEqual({
    ok: true,
    line: 'verdict: half-duplex by free turns · ok · 2 heard in 2 turns · 0 crossings',
  });
});

it('simplex goes from the end that the scene names', async () => {
  const called = await play('simplex', greeting, 'not simplex');
  expect(called.finding.ok).toBe(true);
  const named = await play('simplex', greeting, 'simplex', 'from: station\n');
  expect(named.finding.line).toContain('simplex · ok · 1 message one way');
});
