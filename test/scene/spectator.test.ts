import { expect, it } from 'vitest';
import { simplex } from '../../demos/simplex/demo.ts';
import type { Spectator } from '../../lib/scene/play/play.ts';
import { playText, sceneOf } from './playing.ts';

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
