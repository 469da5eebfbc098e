import { describe, expect, it } from 'vitest';
import { memoryWorld, parseScene, play } from '../../lib/scene/index.ts';
import type { Faults } from '../../lib/transport/index.ts';
import { framings } from './playing.ts';
import { sceneFiles } from './scene-files.ts';

const lossless: Record<string, Faults> = {
  coalesce: { coalesce: true },
  'delay and jitter': { delay: 30, jitter: 40, seed: 7 },
  bandwidth: { bandwidth: 20_000 },
  'all of them': { chop: 3, coalesce: true, delay: 10, jitter: 10, bandwidth: 50_000 },
};

/** A scene that counts time, or makes a race, needs its own link; a flood takes what its link lets through. */
const timeless = sceneFiles.filter(
  ({ source }) => !/^verdict .* ms| pass$| with delay | floods /m.test(source),
);

describe.each(timeless)('$name', ({ file, source, program }) => {
  it.each(Object.entries(lossless))(
    'reaches its verdict in spite of %s',
    async (_, faults) => {
      const { finding } = await play({
        scene: parseScene(file, source),
        program,
        faults,
        world: memoryWorld(),
        framing: framings.lines,
      });
      expect(finding.line).toContain(' · ok · ');
    },
  );
});
