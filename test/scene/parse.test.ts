import { describe, expect, it } from 'vitest';
import { parseScene } from '../../lib/scene/script/parse.ts';
import type { Step } from '../../lib/scene/script/scene.ts';

const header = 'title: A test\nmode: half-duplex\n';
const verdict = 'verdict half-duplex';
const bytes = (text: string) => new TextEncoder().encode(text);

/** The one step of a scene, without its place. */
function step(text: string): Record<string, unknown> {
  const { steps } = parseScene('x.scene', `${header}\n${text}\n${verdict}\n`);
  expect(steps).toHaveLength(1);
  const { line, ...rest } = steps[0] as Step;
  expect(line).toBe(4);
  return rest;
}

describe('a line of a scene', () => {
  const alice = { who: ['alice'] };
  it.each<[string, object]>([
    ['-- Nobody speaks.', { do: 'narrate', text: 'Nobody speaks.' }],
    ['?? Who waits?', { do: 'ask', text: 'Who waits?' }],
    ['50 ms pass', { do: 'pass', ms: 50 }],
    ['60s pass', { do: 'pass', ms: 60_000 }],
    ['alice connects', { do: 'connect', ...alice, faults: {} }],
    [
      'alice connects without a name over websocket with chop 1',
      { do: 'connect', ...alice, as: '', door: 'websocket', faults: { chop: 1 } },
    ],
    ['alice connects with chop 1', { do: 'connect', ...alice, faults: { chop: 1 } }],
    ['alice, bob connect', { do: 'connect', who: ['alice', 'bob'], faults: {} }],
    ['alice says Hello, bob', { do: 'say', ...alice, text: 'Hello, bob', open: false }],
    ['alice begins Hel', { do: 'begin', ...alice, text: 'Hel', open: false }],
    ['alice finishes', { do: 'finish', ...alice }],
    ['alice writes "a\\n"', { do: 'write', ...alice, bytes: bytes('a\n') }],
    ['alice hears Yes', { do: 'hear', ...alice, text: 'Yes', open: false }],
    ['alice hears Yes…', { do: 'hear', ...alice, text: 'Yes', open: true }],
    ['alice hears nothing', { do: 'hear nothing', ...alice }],
    ['alice, bob hear nothing', { do: 'hear nothing', who: ['alice', 'bob'] }],
    ['alice hears the end', { do: 'hear the end', ...alice }],
    ['alice hears the reset', { do: 'hear the reset', ...alice }],
    [
      'station sees [alice] Hi',
      { do: 'see', who: ['station'], text: '[alice] Hi', open: false },
    ],
    ['alice ends', { do: 'end', ...alice }],
    ['alice vanishes', { do: 'vanish', ...alice }],
    ['alice stalls', { do: 'stall', ...alice }],
    ['alice resumes', { do: 'resume', ...alice }],
    ['station stops', { do: 'stop', who: ['station'] }],
    ['station starts', { do: 'start', who: ['station'] }],
  ])('is read: %s', (text, expected) => {
    expect(step(text)).toEqual(expected);
  });

  it.each<[string, string, boolean]>([
    ['says "nothing"', 'nothing', false],
    ['says "a\\tb\\\\ \\"c\\""', 'a\tb\\ "c"', false],
    ['says "\\xE2\\x82\\xAC"', '€', false],
    ['says "\\xEF\\xBB\\xBFa"', '\ufeffa', false],
    ['says "ab\\{3}c\\\\{2}"', 'abbbc\\{2}', false],
    ['says "😀\\{2}"', '😀😀', false],
    ['says "two  spaces "', 'two  spaces ', false],
    ['says "Hi" he said, and "bye"', '"Hi" he said, and "bye"', false],
    ['says "half', '"half', false],
    ['says "…"', '…', false],
    ['hears "* not a notice"…', '* not a notice', true],
    ['hears …', '', true],
  ])(
    'takes the text as it stands, or in quotes with escapes: %s',
    (deed, text, open) => {
      expect(step(`alice ${deed}`)).toMatchObject({ text, open });
    },
  );

  it('writes any bytes', () => {
    expect(step('alice writes "\\x00\\xff\\n\\r\\t\\"\\\\é"')).toMatchObject({
      bytes: Uint8Array.from([0, 255, 10, 13, 9, 34, 92, 0xc3, 0xa9]),
    });
  });
});

it('reads the header, the blocks and the verdict, each with its line', () => {
  const source = [
    '# for readers of the file',
    'title: Both together',
    'mode: full-duplex',
    'server: --operator --max-message 16',
    'link: chop 1, delay 50ms',
    'rules: H3 T12',
    '',
    'alice connects',
    '# a remark',
    'at once:',
    '  alice says One',
    '  station says Two',
    '',
    'in any order:',
    '  alice hears b',
    '  alice hears a',
    'verdict not half-duplex, 2 heard, 1 crossing, 0 bytes back',
    '',
  ];
  expect(
    parseScene('some/dir/12-both-at-once.scene', source.join('\r\n')),
  ).toMatchObject({
    name: 'both-at-once',
    file: 'some/dir/12-both-at-once.scene',
    title: 'Both together',
    mode: 'full-duplex',
    server: ['--operator', '--max-message', '16'],
    link: { chop: 1, delay: 50 },
    rules: ['H3', 'T12'],
    steps: [
      { do: 'connect', line: 8 },
      {
        do: 'at once',
        line: 10,
        steps: [
          { do: 'say', line: 11 },
          { do: 'say', line: 12 },
        ],
      },
      { do: 'in any order', line: 14, steps: [{ line: 15 }, { line: 16 }] },
    ],
    verdict: {
      result: 'violated',
      mode: 'half-duplex',
      counts: new Map([
        ['heard', 2],
        ['crossings', 1],
        ['bytes back', 0],
      ]),
    },
  });
});
