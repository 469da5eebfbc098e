import { describe, expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { udp } from '../../demos/udp/demo.ts';
import { memoryWorld, realWorld } from '../../lib/scene/world/world.ts';
import { playText } from './playing.ts';

const scene = `title: Two doors
mode: full-duplex

alice connects
bob connects over unix
at once:
  alice says By a port
  bob says By a path
alice hears [bob] By a path
bob hears [alice] By a port
verdict full-duplex, 2 messages, 1 crossing`;

describe.each([
  ['memory', memoryWorld],
  ['the network', realWorld],
])('in %s', (_, world) => {
  it('a room has a door by a path where a scene asks for it', async () => {
    const { finding, recorder } = await playText(scene, {
      program: p2m,
      world: world(),
    });
    expect(finding.line).toContain('full-duplex');
    expect(finding.ok).toBe(true);
    const links = new Set(recorder.events.map(({ link }) => link));
    expect(links.size).toBe(2);
  });
});

it('a room of datagrams has none', async () => {
  const played = playText(scene, { program: udp, world: memoryWorld('datagrams') });
  await expect(played).rejects.toThrow(
    'expected a door that the room has (udp), found "unix"',
  );
});

it.each([
  ['--oprator', 'unknown flag --oprator: there are --fan-out, '],
  ['--with-order', 'unknown flag --with-order: did you mean --without-order?'],
  ['--max-message many', '--max-message must be a whole number from 1 to 1048576'],
  ['--port 1', 'unknown flag --port'],
])('a scene whose server is told %s is not played', async (flags, says) => {
  const wrong = scene.replace('full-duplex\n', `full-duplex\nserver: ${flags}\n`);
  const played = playText(wrong, { program: p2m });
  await expect(played).rejects.toThrow(`test.scene: in "server:", ${says}`);
});
