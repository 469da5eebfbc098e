import { describe, expect, it } from 'vitest';
import { type Played, play } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { memoryWorld, realWorld } from '../../lib/scene/world/world.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import { takesLong } from '../long.ts';
import { framings } from './playing.ts';
import { type SceneFile, sceneFiles } from './scene-files.ts';

const worlds = { memory: memoryWorld, TCP: realWorld };
const links: Record<string, Faults> = {
  'a good link': {},
  'byte by byte': { chop: 1 },
};

interface Staging {
  readonly world: keyof typeof worlds;
  readonly framing: keyof typeof framings;
  readonly link: keyof typeof links;
}

/** In `npm test` each scene has one of the first two in turn. */
const stagings: Staging[] = [
  { world: 'memory', framing: 'length', link: 'byte by byte' },
  { world: 'TCP', framing: 'lines', link: 'byte by byte' },
  { world: 'TCP', framing: 'length', link: 'a good link' },
  { world: 'memory', framing: 'lines', link: 'a good link' },
  { world: 'memory', framing: 'lines', link: 'byte by byte' },
  { world: 'memory', framing: 'length', link: 'a good link' },
];

function played(
  { file, source, program }: SceneFile,
  { world, framing, link }: Staging,
): Promise<Played> {
  return play({
    scene: parseScene(file, source),
    program,
    world: worlds[world](),
    framing: framings[framing],
    faults: floods(source) && world === 'TCP' ? megabytes(link) : (links[link] ?? {}),
  });
}

const floods = (source: string): boolean => source.includes(' floods');

/** What a kernel takes before a flood is felt would take ten seconds byte by byte. */
const megabytes = (link: string): Faults => (links[link]?.chop ? { chop: 16 } : {});

/**
 * All that the ladder shows of it: no clock, no port, no framing. How many messages a flood takes is
 * for the network to say, and with it the numbers.
 */
const story = ({ recorder }: Played, flooded: boolean): string[] =>
  recorder.events
    .filter(({ n, text }) => n > 0 && !(flooded && text?.includes('flood ')))
    .map(({ n, end, what, by, kind, text, reason }) =>
      [flooded ? '' : n, end, what, by, kind, text, reason].join(' '),
    );

describe.each(sceneFiles)('$name', scene => {
  const own = stagings[sceneFiles.indexOf(scene) % 2];
  const first = played(scene, {
    world: 'memory',
    framing: 'lines',
    link: 'a good link',
  });

  it.for(stagings)(
    'reaches its verdict by the same story in $world, by $framing, on $link',
    async (staging, test) => {
      if (staging !== own || floods(scene.source)) takesLong(test);
      const run = await played(scene, staging);
      expect(run.finding).toMatchObject({
        ok: true,
        line: expect.stringMatching(/ · (ok|as expected) · /),
      });
      const flooded = floods(scene.source);
      expect(story(run, flooded)).toEqual(story(await first, flooded));
    },
  );
});
