import { describe, expect, it } from 'vitest';
import { play } from '../../lib/scene/play/play.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { mainDoor } from '../../lib/scene/world/program.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import {
  datagramScenes,
  type SceneFile,
  sceneFile,
  sceneFiles,
} from '../scene/scene-files.ts';
import { causesIn, effectsFirst } from './causes.ts';

async function recordOf({ file, source, program }: SceneFile): Promise<TraceEvent[]> {
  const world = memoryWorld(mainDoor(program).faults);
  const scene = parseScene(file, source);
  return (await play({ scene, program, world })).recorder.events;
}

describe('no event has a lower number than its cause', () => {
  it.each([...sceneFiles, ...datagramScenes])('in $name', async scene => {
    const events = await recordOf(scene);
    expect(causesIn(events).length).toBeGreaterThan(0);
    expect(effectsFirst(events)).toEqual([]);
  });

  const wrong: [string, scene: string, effect: (event: TraceEvent) => boolean][] = [
    [
      'a frame is cut off before the end',
      'simplex/4-cut-off',
      ({ what }) => what === 'refused',
    ],
    [
      'a word is heard before it is said',
      'simplex/1-one-way',
      ({ what }) => what === 'received',
    ],
    [
      'a relay passes on what it has not heard',
      'p2m/1-one-to-many',
      ({ of }) => of !== undefined,
    ],
  ];

  it.each(wrong)('convicts a record in which %s', async (_, scene, effect) => {
    const events = await recordOf(sceneFile(scene));
    const moved = events.map(event => (effect(event) ? { ...event, n: 0.5 } : event));
    expect(effectsFirst(moved)).not.toEqual([]);
  });
});
