import { describe, expect, it } from 'vitest';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { stepTime, timeOfRemark } from '../../lib/terminal/play/narrator.ts';
import { datagramScenes, sceneFiles } from '../scene/scene-files.ts';

/** Milliseconds, if nobody presses a key but for the questions. */
function timeOf(source: string, file: string, ofStep = stepTime): number {
  const scene = parseScene(file, source);
  const times = scene.steps.map(step => {
    if (step.do === 'narrate') return timeOfRemark(step.text);
    if (step.do === 'ask') return 0;
    return (step.do === 'connect' ? step.who.length : 1) * ofStep(scene);
  });
  return times.reduce((sum, time) => sum + time, 0);
}

describe('no scene takes over 40 s, unless somebody holds it', () => {
  it.each([...sceneFiles, ...datagramScenes])('$name', ({ source, file }) =>
    expect(timeOf(source, file)).toBeLessThan(40_000),
  );

  it('as some would, with a second for every row', () => {
    const rows = () => 4 * 1_000;
    expect(
      sceneFiles.some(({ source, file }) => timeOf(source, file, rows) > 40_000),
    ).toBe(true);
  });
});
