import { describe, expect, it } from 'vitest';
import {
  memoryWorld,
  type Played,
  parseScene,
  play,
  tcpWorld,
} from '../../lib/scene/index.ts';
import type { Faults } from '../../lib/transport/index.ts';
import { framings } from './playing.ts';
import { type SceneFile, sceneFiles } from './scene-files.ts';

const worlds = { memory: memoryWorld, TCP: tcpWorld };
const links: Record<string, Faults> = {
  'a good link': {},
  'byte by byte': { chop: 1 },
};

interface Staging {
  readonly world: keyof typeof worlds;
  readonly framing: keyof typeof framings;
  readonly link: keyof typeof links;
}

const stagings: Staging[] = (['memory', 'TCP'] as const).flatMap(world =>
  (['lines', 'length'] as const).flatMap(framing =>
    Object.keys(links).map(link => ({ world, framing, link })),
  ),
);

function played(
  { file, source, program }: SceneFile,
  { world, framing, link }: Staging,
): Promise<Played> {
  return play({
    scene: parseScene(file, source),
    program,
    world: worlds[world](),
    framing: framings[framing],
    faults: links[link] ?? {},
  });
}

/** All that the ladder shows of it: no clock, no port, no framing. */
const story = ({ recorder }: Played): string[] =>
  recorder.events
    .filter(({ n }) => n > 0)
    .map(({ n, end, what, by, kind, text, reason }) =>
      [n, end, what, by, kind, text, reason].join(' '),
    );

describe.each(sceneFiles)('$name', scene => {
  const first = played(scene, {
    world: 'memory',
    framing: 'lines',
    link: 'a good link',
  });

  it.each(stagings)(
    'reaches its verdict by the same story in $world, by $framing, on $link',
    async staging => {
      const run = await played(scene, staging);
      expect(run.finding).toMatchObject({
        ok: true,
        line: expect.stringContaining(' · ok · '),
      });
      expect(story(run)).toEqual(story(await first));
    },
  );
});
