import { describe, expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { fullDuplex } from '../../lib/modes/full-duplex.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { memoryWorld, realWorld } from '../../lib/scene/world/world.ts';
import { playText, sceneOf } from './playing.ts';

const worlds = [
  ['memory', memoryWorld],
  ['TCP', realWorld],
] as const;

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
          'alice hears ! Rejected: not UTF-8…',
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

  it('lets a dismissed peer read the reason, also when all its time passes in one step', async () => {
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
      line: 'verdict: simplex · VIOLATED · the station spoke at 5',
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
