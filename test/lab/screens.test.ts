import { expect, it } from 'vitest';
import { played } from './catalogue.ts';

const lastScreens = async (demo: string, scene: string) => {
  const { moments } = await played({ demo, scene });
  const last = moments.findLast(({ is }) => is === 'step');
  return last?.is === 'step' ? last.screens : {};
};

it('shows on each screen what was heard there, and what was typed', async () => {
  expect(await lastScreens('half-duplex', 'taking-turns')).toEqual({
    alice: [
      '> Is anybody there?',
      '> Hello??',
      '! Not your turn: wait for [station]',
      '[station] Yes. What is it?',
      '> Just testing.',
      '[station] Then test less.',
    ],
    station: [
      '* alice is on the line',
      '[alice] Is anybody there?',
      '> Yes. What is it?',
      '[alice] Just testing.',
      '> Then test less.',
      '* alice has ended',
      '* End of input: callers now hear that nobody answers',
    ],
  });
  const room = await lastScreens('p2m', 'one-to-many');
  expect(Object.keys(room)).toEqual(['alice', 'bob', 'carol']);
  expect(room.alice?.slice(0, 2)).toEqual(['* Your name?', '> alice']);
});

it('shows on a screen no line of a flood, and half a line as far as it was typed', async () => {
  const flood = await lastScreens('p2m', 'slow-reader');
  const lines = Object.values(flood).flat();
  expect(lines.filter(line => line.startsWith('> flood'))).toEqual([]);
  const half = await lastScreens('half-duplex', 'byte-by-byte');
  expect(half.alice).toContain('> Are you there?');
});
