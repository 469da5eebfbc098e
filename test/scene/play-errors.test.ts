import { describe, expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { SceneError } from '../../lib/scene/script/scene.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { memoryWorld, realWorld } from '../../lib/scene/world/world.ts';
import { lineOf, playText, sceneOf } from './playing.ts';

const worlds = [
  ['memory', memoryWorld],
  ['TCP', realWorld],
] as const;

/** Takes every connection and never reads from it. */
const deaf: Program = {
  ...halfDuplex,
  async serve(calls) {
    for await (const _ of calls);
  },
};

describe.each(worlds)('in %s, a scene that did not go as written', (_, world) => {
  it.each<[string, string[], string, string]>([
    [
      'another line came',
      ['alice says Hi', 'alice hears Ho'],
      'alice hears Ho',
      'expected alice to hear "Ho", but "[station] HI" came',
    ],
    [
      'nothing came',
      ['alice hears Ho…'],
      'alice hears Ho…',
      'expected alice to hear "Ho…", but nothing came',
    ],
    [
      'something came',
      ['alice says Hi', 'alice hears nothing'],
      'alice hears nothing',
      'expected alice to hear nothing, but "[station] HI" came',
    ],
    [
      'no end came',
      ['alice hears the end'],
      'alice hears the end',
      'expected alice to hear the end, but the connection is open',
    ],
    [
      'an end came',
      ['alice says /quit', 'alice hears the reset'],
      'alice hears the reset',
      'expected alice to hear the reset, but the connection is ended',
    ],
    [
      'a line came before the end',
      ['alice says Hi', 'alice says /quit', 'alice hears the end'],
      'alice hears the end',
      'expected alice to hear nothing, but "[station] HI" came',
    ],
    [
      'one of several did not come',
      [
        'alice says Hi',
        'in any order:',
        '  alice hears [station] HI',
        '  alice hears Ho',
      ],
      'alice hears Ho',
      'expected alice to hear "Ho", but it did not come',
    ],
    [
      'the screen shows something else',
      ['alice says Hi', 'station sees [bob] Hi'],
      'station sees [bob] Hi',
      'expected station to hear "[bob] Hi", but "[alice] Hi" came',
    ],
    [
      'somebody is not there',
      ['bob says Hi'],
      'bob says Hi',
      'expected bob to connect first',
    ],
    [
      'the server is to connect',
      ['station connects'],
      'station connects',
      'expected somebody to connect to the station',
    ],
    [
      'the server has no such door',
      ['bob connects over websocket'],
      'bob connects over websocket',
      'expected a door that the station has (tcp), found "websocket"',
    ],
    [
      'the server is to listen',
      ['station hears Hi'],
      'station hears Hi',
      'expected the station to say, see, stop or start',
    ],
    [
      'somebody speaks after their end',
      ['alice ends', 'alice says Hi'],
      'alice says Hi',
      'expected alice to have a link to speak on, but the link has ended or is gone',
    ],
    [
      'it was the second line of a block',
      ['at once:', '  alice ends', '  alice says Hi'],
      'alice says Hi',
      'expected alice to have a link',
    ],
    [
      'what is said fits into no frame',
      ['alice says "a\\nb"'],
      'alice says "a\\nb"',
      'Cannot send',
    ],
    ['nobody listens', ['station stops', 'bob connects'], 'bob connects', ''],
  ])(
    'says where, what was expected and what came: %s',
    async (_, steps, at, problem) => {
      const source = sceneOf('half-duplex', ['alice connects', ...steps]);
      const playing = playText(source, { program: halfDuplex, world: world() });
      await expect(playing).rejects.toThrow(SceneError);
      await expect(playing).rejects.toThrow(
        `test.scene:${lineOf(source, at)}: ${problem}`,
      );
    },
  );

  it('gives up when nothing moves any more', async () => {
    const source = sceneOf('half-duplex', ['alice connects', 'alice says Hi']);
    await expect(
      playText(source, { program: deaf, world: world(), patience: 20 }),
    ).rejects.toThrow(
      'test.scene:5: nothing moves for 20 ms, the longest wait: station does not read what alice sent',
    );
  });

  it('waits no longer for a delay than for anything else', async () => {
    const steps = ['alice connects with delay 30ms', 'alice says Hi'];
    const source = sceneOf('half-duplex', steps);
    await expect(
      playText(source, { program: halfDuplex, world: world(), patience: 20 }),
    ).rejects.toThrow(
      'test.scene:5: nothing moves for 20 ms, the longest wait: station',
    );
  });

  it('names what the server failed of', async () => {
    const program: Program = {
      ...halfDuplex,
      async serve(calls) {
        for await (const _ of calls) throw new Error('out of paper');
      },
    };
    await expect(
      playText(sceneOf('half-duplex', ['alice connects']), { program, world: world() }),
    ).rejects.toThrow('test.scene:4: out of paper');
  });

  it('abandons a server that never ends', async () => {
    const program: Program = {
      ...halfDuplex,
      serve: () => new Promise(() => {}),
    };
    const source = sceneOf('half-duplex', ['alice connects']);
    const { finding } = await playText(source, {
      program,
      world: world(),
      patience: 20,
    });
    expect(finding.line).not.toContain('ok');
  });

  it('is one line where the two ends cannot both be right', async () => {
    const source = sceneOf('half-duplex', [
      'page connects',
      'page writes "GET / HTTP/1.1\\r\\n"',
    ]);
    const playing = playText(source, { program: halfDuplex, world: world() });
    await expect(playing).rejects.toThrow(SceneError);
    await expect(playing).rejects.toThrow(
      'test.scene: the records contradict each other: the station sent',
    );
  });
});
