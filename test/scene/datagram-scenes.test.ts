import { describe, expect, it } from 'vitest';
import { type Played, play } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { memoryWorld, realWorld, type World } from '../../lib/scene/world/world.ts';
import { datagramScenes, type SceneFile } from './scene-files.ts';

const played = ({ file, source, program }: SceneFile, world: World): Promise<Played> =>
  play({ scene: parseScene(file, source), program, world });

/** All that the ladder shows of it, and when: time is the scene's own in both. */
const story = ({ recorder }: Played): string[] =>
  recorder.events
    .filter(({ n }) => n > 0)
    .map(({ n, at, end, what, by, kind, text, reason }) =>
      [n, at, end, what, by, kind, text, reason].join(' '),
    );

describe.each(datagramScenes)('$name', scene => {
  it('reaches its verdict by the same story in memory and over UDP', async () => {
    const [memory, udp] = [
      await played(scene, memoryWorld('datagrams')),
      await played(scene, realWorld('datagrams')),
    ];
    expect(memory.finding.line).toContain(' · ok · ');
    expect(udp.finding.line).toBe(memory.finding.line);
    expect(story(udp)).toEqual(story(memory));
  });
});
