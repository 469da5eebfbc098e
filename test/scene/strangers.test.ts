import { describe, expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { p2m } from '../../demos/p2m/demo.ts';
import { udp } from '../../demos/udp/demo.ts';
import { websocket } from '../../demos/websocket/demo.ts';
import { play } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import type { DoorName } from '../../lib/transport/doors.ts';
import { told } from '../told.ts';
import { lineOf, sceneOf } from './playing.ts';
import { sceneFile } from './scene-files.ts';
import {
  echoes,
  forEach,
  listeners,
  runs,
  type Serve,
  silent,
  strangerThat,
} from './stranger.ts';
import { wrong } from './wrong/index.ts';

describe('a server that listens on a port, as if it were a stranger’s', () => {
  it.each([
    ['half-duplex/3-byte-by-byte', halfDuplex],
    ['p2m/1-one-to-many', p2m],
    ['p2m/3-who', p2m],
    ['p2m/5-forgery', p2m],
  ])('plays %s to its end', async (name, program) => {
    const { source } = sceneFile(name);
    const scene = parseScene(`${name}.scene`, source);
    const stranger = await strangerThat(runs(program));
    const { finding, recorder } = await play({ scene, program, stranger });
    expect(finding).toMatchObject({ ok: true });
    expect(recorder.events.map(({ end }) => end)).not.toContain(program.server);
  });

  it.each<[DoorName, Program]>([
    ['websocket', websocket],
    ['udp', udp],
  ])('is reached over %s too', async (door, program) => {
    const steps = [
      `alice, bob connect over ${door}`,
      'alice says Hi',
      'bob hears [alice] Hi',
      'alice, bob say /quit',
      'alice, bob hear the end',
    ];
    const scene = parseScene('x.scene', sceneOf('full-duplex', steps));
    const stranger = await strangerThat(runs(program, door), door, told(program));
    const { finding } = await play({ scene, program, stranger });
    expect(finding).toMatchObject({ ok: true });
  });

  it('is convicted by the players’ records alone, if they can', async () => {
    const talksTwice = forEach((wire, bytes) => {
      wire.write(bytes);
      wire.write(bytes);
    });
    const steps = [
      'alice connects',
      'alice says Hi',
      'alice hears Hi',
      'alice hears Hi',
    ];
    const scene = parseScene('x.scene', sceneOf('half-duplex', steps, 'half-duplex'));
    const stranger = await strangerThat(talksTwice);
    const { finding } = await play({ scene, program: halfDuplex, stranger });
    expect(finding.ok).toBe(false);
    expect(finding.line).toContain(
      "VIOLATED · the other end was heard at 4, the turn was alice's since 3",
    );
  });
});

describe('a stranger’s server that does not answer as the scene says', () => {
  const hi = ['alice connects', 'alice says Hi', 'alice hears [station] HI'];
  const end = ['alice connects', 'alice hears the end'];
  const any = ['alice connects', 'alice says Hi', 'in any order:', '  alice hears HI'];

  it.each<[string, string, Serve, Program, string[], at: string, problem: RegExp]>([
    [
      'is silent',
      'half-duplex',
      silent,
      halfDuplex,
      hi,
      'alice hears [station] HI',
      /expected alice to hear "\[station\] HI", but nothing came \(waited 100 ms for 127\.0\.0\.1:\d+\)$/,
    ],
    [
      'is silent',
      'full-duplex',
      silent,
      p2m,
      ['alice connects'],
      'alice connects',
      /expected alice to be asked for a name \(waited 100 ms for 127\.0\.0\.1:\d+\)$/,
    ],
    [
      'only echoes',
      'half-duplex',
      echoes,
      halfDuplex,
      hi,
      'alice hears [station] HI',
      /expected alice to hear "\[station\] HI", but "Hi" came$/,
    ],
    [
      'only echoes',
      'half-duplex',
      echoes,
      halfDuplex,
      any,
      'alice hears HI',
      /expected alice to hear "HI", but it did not come \(waited 100 ms for .*\)$/,
    ],
    [
      'never ends',
      'half-duplex',
      silent,
      halfDuplex,
      end,
      'alice hears the end',
      /the connection is open \(waited 100 ms for .*\)$/,
    ],
    [
      'cannot be told what to do',
      'half-duplex',
      silent,
      halfDuplex,
      ['alice connects', 'station says Hi'],
      'station says Hi',
      /expected our own server: a scene cannot control 127\.0\.0\.1:\d+/,
    ],
    [
      'has its own clock',
      'half-duplex',
      silent,
      halfDuplex,
      ['1 s pass'],
      '1 s pass',
      /expected our own server/,
    ],
  ])(
    'fails with its own words and in bounded time: it %s (%s)',
    async (_, mode, serves, program, steps, at, problem) => {
      const source = sceneOf(mode, steps);
      const scene = parseScene('x.scene', source);
      const stranger = await strangerThat(serves);
      const failure = await play({ scene, program, stranger, patience: 100 }).then(
        () => 'it passed',
        (error: Error) => error.message,
      );
      expect(failure).toMatch(problem);
      expect(failure).toContain(`x.scene:${lineOf(source, at)}: `);
    },
  );

  it.each<[keyof typeof wrong, scene: string]>([
    ['answersTwice', 'half-duplex/3-byte-by-byte'],
    ['greetsFirst', 'half-duplex/3-byte-by-byte'],
    ['stealsThePartner', 'p2p/2-third-caller'],
  ])('is convicted as in memory: the one that %s', async (name, file) => {
    const program = wrong[name];
    const scene = parseScene('x.scene', sceneFile(file).source);
    const stranger = await strangerThat(runs(program));
    const playing = play({ scene, program, stranger, patience: 100 });
    await expect(playing).rejects.toThrow(/x\.scene:\d+: expected \w+ to hear/);
  });

  it('is not there', async () => {
    const stranger = await strangerThat(silent);
    await listeners.pop()?.close();
    const scene = parseScene('x.scene', sceneOf('half-duplex', hi));
    await expect(play({ scene, program: halfDuplex, stranger })).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});
