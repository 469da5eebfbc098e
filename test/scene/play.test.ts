import { describe, expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/program.ts';
import { simplex } from '../../demos/simplex/program.ts';
import { fullDuplex } from '../../lib/modes/index.ts';
import {
  memoryWorld,
  type Program,
  SceneError,
  type Spectator,
  tcpWorld,
} from '../../lib/scene/index.ts';
import { lineOf, playText, sceneOf } from './playing.ts';

const worlds = [
  ['memory', memoryWorld],
  ['TCP', tcpWorld],
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
      'expected alice to hear "Ho", "[station] HI" came',
    ],
    [
      'nothing came',
      ['alice hears Ho…'],
      'alice hears Ho…',
      'expected alice to hear "Ho…", nothing came',
    ],
    [
      'something came',
      ['alice says Hi', 'alice hears nothing'],
      'alice hears nothing',
      'expected alice to hear nothing, "[station] HI" came',
    ],
    [
      'no end came',
      ['alice hears the end'],
      'alice hears the end',
      'expected alice to hear the end, the connection is open',
    ],
    [
      'an end came',
      ['alice says /quit', 'alice hears the reset'],
      'alice hears the reset',
      'expected alice to hear the reset, the connection is ended',
    ],
    [
      'a line came before the end',
      ['alice says Hi', 'alice says /quit', 'alice hears the end'],
      'alice hears the end',
      'expected alice to hear nothing, "[station] HI" came',
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
      'expected alice to hear "Ho", it did not come',
    ],
    [
      'the screen shows something else',
      ['alice says Hi', 'station sees [bob] Hi'],
      'station sees [bob] Hi',
      'expected station to hear "[bob] Hi", "[alice] Hi" came',
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
      'the server is to listen',
      ['station hears Hi'],
      'station hears Hi',
      'expected the station to say, see, stop or start',
    ],
    [
      'somebody speaks after their end',
      ['alice ends', 'alice says Hi'],
      'alice says Hi',
      'expected alice to have a link to speak on, it has ended or is gone',
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
      'test.scene:5: nothing moves any more: station does not read what alice sent',
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

  it('leaves a server behind that never ends', async () => {
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
});

describe.each(worlds)('in %s, a scene', (_, world) => {
  const ok = async (source: string, program: Program = halfDuplex) =>
    expect((await playText(source, { program, world: world() })).finding).toMatchObject(
      {
        ok: true,
      },
    );

  it('passes over notices, unless it expects one', async () => {
    const greeting: Program = {
      ...halfDuplex,
      async serve(calls) {
        for await (const call of calls) {
          const line = fullDuplex(call);
          for (const n of [1, 2, 3]) line.trySend(`* notice ${n}`, 'notice');
          line.trySend('! refusal', 'refusal');
          line.trySend('* notice 4', 'notice');
        }
      },
    };
    await ok(
      sceneOf('half-duplex', [
        'alice connects',
        'alice hears * notice 1',
        'alice hears ! refusal',
        'alice hears * notice 4',
      ]),
      greeting,
    );
    await ok(
      sceneOf('half-duplex', [
        'alice connects',
        'alice hears ! refusal',
        'alice hears nothing',
      ]),
      greeting,
    );
    await ok(
      sceneOf('half-duplex', [
        'alice connects',
        'in any order:',
        '  alice hears * notice 4',
        '  alice hears ! refusal',
        'alice hears * notice 1',
      ]),
      greeting,
    );
  });

  it('writes any bytes, and tells of each message in them', async () => {
    await ok(
      sceneOf(
        'half-duplex',
        [
          'alice connects',
          'alice writes "Hi\\nHo\\n"',
          'alice hears [station] HI',
          'alice hears ! Not your turn…',
          'alice writes "\\xff\\n"',
          'alice hears ! Not heard: not UTF-8…',
          'alice writes "O"',
          'alice hears nothing',
          'alice writes "k\\n"',
          'alice hears [station] OK',
        ],
        'half-duplex, 4 heard, 2 not heard',
      ).replace(
        'alice hears [station] HI\nalice hears ! Not your turn…',
        'in any order:\n  alice hears [station] HI\n  alice hears ! Not your turn…',
      ),
    );
  });

  it('lets time pass only when it says so, one deadline after the other', async () => {
    const counting: Program = {
      ...halfDuplex,
      async serve(calls, { clock }) {
        for await (const call of calls) {
          const line = fullDuplex(call);
          for (const _ of [1, 2, 3]) {
            await new Promise<void>(later => clock.after(400, later));
            line.trySend(`* ${clock.now()}`, 'notice');
          }
        }
      },
    };
    await ok(
      sceneOf('half-duplex', [
        'alice connects',
        'alice hears nothing',
        '399 ms pass',
        'alice hears nothing',
        '1 s pass',
        'alice hears * 400',
        'alice hears * 800',
        'alice hears * 1200',
        'alice hears nothing',
      ]),
      counting,
    );
  });

  it('lets whoever is told to go read it, also when all their time passes at once', async () => {
    await ok(
      sceneOf('half-duplex', [
        'alice connects',
        '100 s pass',
        'alice hears ! Silent for 60 s…',
      ]).replace('mode: half-duplex', 'mode: half-duplex\nserver: --operator'),
    );
  });

  it('stops a server as SIGTERM does, and starts it again in the same place', async () => {
    await ok(
      sceneOf(
        'half-duplex',
        [
          'alice, bob connect',
          'station stops',
          'alice, bob hear * The station closes',
          'alice, bob hear the end',
          'alice ends',
          'station starts',
          'carol connects',
          'carol says Hi',
          'carol hears [station] HI',
        ],
        'half-duplex, 2 heard',
      ),
    );
  });

  it('lets somebody stop reading, and go on', async () => {
    await ok(
      sceneOf(
        'half-duplex',
        [
          'alice connects',
          'alice stalls',
          'alice says Hi',
          'alice hears nothing',
          'alice resumes',
          'alice hears [station] HI',
        ],
        'half-duplex, 2 heard',
      ),
    );
  });

  it('judges the mode that its verdict names', async () => {
    const replies = ['alice connects', 'alice says Hi', 'alice hears [station] HI'];
    await ok(sceneOf('half-duplex', replies, 'not simplex'));
    const { finding } = await playText(sceneOf('half-duplex', replies, 'simplex'), {
      program: halfDuplex,
    });
    expect(finding).toEqual({
      ok: false,
      line: 'verdict: simplex · NOT KEPT · the station spoke at 5',
    });
  });

  it('hears an answer that is longer than what a person may say', async () => {
    const long = 'ß'.repeat(2_048);
    await ok(
      sceneOf(
        'half-duplex',
        [
          'alice connects',
          `alice says ${long}`,
          `alice hears [station] ${'SS'.repeat(2_048)}`,
        ],
        'half-duplex, 2 heard',
      ),
    );
  });
});

it('tells its spectator everything, in order, with every number once', async () => {
  const told: string[] = [];
  const numbers: number[] = [];
  const spectator: Spectator = {
    begins: async address => void told.push(`at ${address}`),
    narration: async text => void told.push(`-- ${text}`),
    question: async text => void told.push(`?? ${text}`),
    async events(batch) {
      told.push(
        batch
          .filter(({ n }) => n > 0)
          .map(({ what }) => what)
          .join(' '),
      );
      numbers.push(...batch.map(({ n }) => n).filter(n => n > 0));
    },
  };
  const { recorder } = await playText(
    sceneOf(
      'simplex',
      ['sender connects', '-- Now.', 'sender says Hi', '?? Well?', 'sender ends'],
      'simplex',
    ),
    { program: simplex, spectator, chunks: true },
  );
  expect(told).toEqual([
    'at memory',
    'opened opened ended ended',
    '-- Now.',
    'sent received',
    '?? Well?',
    'ended ended',
  ]);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(recorder.events.filter(({ what }) => what === 'chunk')).toHaveLength(2);
});
