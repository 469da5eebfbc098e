import { describe, expect, it } from 'vitest';
import { type Played, play } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import { takesLong } from '../long.ts';
import { framings } from './playing.ts';
import { type SceneFile, sceneFile, sceneFiles } from './scene-files.ts';

const lossless: Record<string, Faults> = {
  coalesce: { coalesce: true },
  'delay and jitter': { delay: 30, jitter: 40, seed: 7 },
  bandwidth: { bandwidth: 20_000 },
  'all of them': { chop: 3, coalesce: true, delay: 10, jitter: 10, bandwidth: 50_000 },
};

/**
 * A scene that counts milliseconds, or makes a race, needs its own link; a flood takes what its
 * link lets through.
 */
const timeless = sceneFiles.filter(
  ({ source }) => !/^verdict .* ms| ms pass$| with delay | floods /m.test(source),
);

const played = (
  { file, source, program }: SceneFile,
  faults: Faults = {},
): Promise<Played> =>
  play({
    scene: parseScene(file, source),
    program,
    faults,
    world: memoryWorld(),
    framing: framings.lines,
  });

/** Without the numbers of events: on a slow link, simultaneous words may be heard in another order. */
const verdict = ({ finding }: Played): string =>
  finding.line.replace(/ \([\d ,╳…]+\)/g, '');

describe.each(timeless)('$name', scene => {
  const first = played(scene);

  it.for(Object.entries(lossless))(
    'reaches the same verdict in spite of %s',
    async ([name, faults], test) => {
      if (name !== 'all of them') takesLong(test);
      const spoilt = await played(scene, faults);
      expect(spoilt.finding.ok).toBe(true);
      expect(verdict(spoilt)).toBe(verdict(await first));
    },
  );
});

it('leaves out scenes whose links are a part of them', () => {
  const left = sceneFiles.filter(scene => !timeless.includes(scene));
  expect(left.map(({ name }) => name)).toEqual([
    'cluster/2-two-orders',
    'half-duplex/7-cost-of-turns',
    'half-duplex/8-without-turns',
    'p2m/4-storm',
    'p2m/7-slow-reader',
    'p2m/9-two-orders',
    'p2p/4-under-way',
  ]);
});

it('does not reach it on a link that loses some of it', async () => {
  const spoilt = played(sceneFile('simplex/1-one-way'), { reset: 20 });
  await expect(spoilt).rejects.toThrow(
    'but only "* sender is gone without an end" came',
  );
});
