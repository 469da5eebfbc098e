import { describe, expect, it } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { Flood, FloodEar } from '../../lib/scene/play/flood.ts';
import type { Spectator } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { memoryWorld, realWorld } from '../../lib/scene/world/world.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { takesLong } from '../long.ts';
import { playText, sceneOf } from './playing.ts';

const worlds = [
  ['memory', memoryWorld],
  ['TCP', realWorld],
] as const;

const steps = [
  'alice, bob, carol connect',
  'carol stalls',
  'alice floods until carol is cut',
  'bob says Still here',
  'alice hears [bob] Still here',
  'carol resumes',
  'carol hears ! Too slow…',
  'carol hears the end',
];
const scene = (lines: readonly string[] = steps) =>
  sceneOf('full-duplex', lines).replace('\n\n', '\nserver: --queue 20000\n\n');

/** The numbers of the flood that somebody heard. */
const heardBy = (who: string, events: readonly TraceEvent[]): number[] =>
  events
    .filter(({ end, what }) => end === who && what === 'received')
    .flatMap(({ text }) => /flood (\d+) ~+$/.exec(text ?? '')?.[1] ?? [])
    .map(Number);

describe.each(worlds)('in %s, a flood', (where, world) => {
  it('goes on until somebody is cut, and the others have all of it', async test => {
    if (where === 'TCP') takesLong(test);
    const { finding, recorder } = await playText(scene(), {
      program: p2m,
      world: world(),
    });
    expect(finding).toMatchObject({ ok: true });
    const { events } = recorder;
    const [bob, carol] = [heardBy('bob', events), heardBy('carol', events)];
    expect(bob.length).toBeGreaterThan(4);
    expect(bob).toEqual(bob.map((_, index) => index + 1));
    expect(carol).toEqual(bob);
    expect(events.length).toBeLessThan(20_000);
  });

  it('shows a spectator its first message and its last', async test => {
    if (where === 'TCP') takesLong(test);
    const seen: TraceEvent[] = [];
    const quiet = async () => {};
    const spectator: Spectator = {
      begins: quiet,
      narration: quiet,
      question: quiet,
      events: async batch => void seen.push(...batch),
    };
    const { recorder } = await playText(scene(), {
      program: p2m,
      world: world(),
      spectator,
    });
    const last = heardBy('bob', recorder.events).length;
    expect(heardBy('bob', seen)).toEqual([1, last]);
    expect(heardBy('carol', seen)).toEqual([1, last]);
    expect(seen.every(({ text = '' }) => text.length < 100)).toBe(true);
  });

  it('ends with the flooder, unless somebody else is named', async () => {
    const lines = ['alice connects', 'alice stalls', 'alice floods'];
    const shouts: Program = {
      ...p2m,
      async serve(connections) {
        for await (const connection of connections) {
          connection.start({
            message: text => ({
              kind: text === 'alice' ? 'control' : 'message',
              reply: '* heard',
              dismiss: text.startsWith('flood 7 '),
            }),
            bad: () => ({ kind: 'message' }),
          });
        }
      },
    };
    const { recorder } = await playText(scene(lines), {
      program: shouts,
      world: world(),
    });
    expect(heardBy('room', recorder.events)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

it('a flood that cuts nobody fails, and says how much was not enough', async test => {
  takesLong(test);
  const lines = ['alice, bob connect', 'alice floods until bob is cut'];
  await expect(playText(scene(lines), { program: p2m })).rejects.toThrow(
    'test.scene:6: expected bob to be disconnected, but 3000 messages from alice were not enough',
  );
});

it('a flood needs both who says it and whom it cuts', async () => {
  for (const name of ['alice', 'bob']) {
    const lines = [`${name} connects`, 'alice floods until bob is cut'];
    await expect(playText(scene(lines), { program: p2m })).rejects.toThrow(
      /expected (alice|bob) to connect first/,
    );
  }
});

it('a flood says no more than the server hears', async () => {
  const source = scene().replace('--queue 20000', '--queue 2000 --max-message 100');
  const { finding } = await playText(source, { program: p2m });
  expect(finding.ok).toBe(true);
});

it('a flood is one line of a scene, alone or for several', () => {
  const [one, two] = parseScene(
    'x.scene',
    scene(['alice floods', 'alice, bob flood until carol is cut']),
  ).steps;
  expect(one).toEqual({ do: 'flood', line: 5, who: ['alice'] });
  expect(two).toEqual({ do: 'flood', line: 6, who: ['alice', 'bob'], until: 'carol' });
});

describe('who hears a flood', () => {
  const [one = '', two = '', three = ''] = new Flood(32).messages();
  it.each<[string, string[], boolean[]]>([
    ['from its start', [one, two, three], [true, true, true]],
    ['from anywhere', [`[alice] ${two}`, `[alice] ${three}`], [true, true]],
    ['notices a gap', [one, three], [true, false]],
    ['notices a repeat', [one, one], [true, false]],
    ['notices what is not whole', [one, two.slice(0, -1)], [true, false]],
    [
      'takes nothing else for it',
      ['hello', `* ${one}`, 'flood 1', ''],
      [false, false, false, false],
    ],
  ])('%s', (_, texts, taken) => {
    const ear = new FloodEar();
    expect(texts.map(text => ear.takes(text))).toEqual(taken);
  });
});
