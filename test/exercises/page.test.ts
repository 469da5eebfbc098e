import { describe, expect, it } from 'vitest';
import { scenesOf } from '../../docs/generate/demos.ts';
import { partAbout, type Step, stepsOf } from './steps.ts';

const modes = ['simplex', 'half-duplex', 'p2p', 'p2m'];

/** What is wrong with the steps for a mode. */
function problems(mode: string, steps: readonly Step[]): string[] {
  const scenes = new Map(scenesOf(mode).map(({ name, rules }) => [name, rules]));
  return steps.flatMap(step => {
    const strange = step.scenes.filter(name => !scenes.has(name));
    const checked = step.scenes.flatMap(name => scenes.get(name) ?? []);
    return [...strange, ...step.rules.filter(rule => !checked.includes(rule))];
  });
}

describe('docs/exercises.md', () => {
  it.each(modes)(
    'goes through %s by scenes that check the rules of each step',
    mode => {
      const steps = stepsOf(mode);
      expect(steps.length).toBeGreaterThan(5);
      expect(problems(mode, steps)).toEqual([]);
    },
  );

  it.each(modes)('names every scene of %s', mode => {
    const names = scenesOf(mode).map(({ name }) => name);
    const text = partAbout(mode) + partAbout('p2m');
    expect(names.filter(name => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('is convicted where a step names a scene or a rule that does not fit', () => {
    const row = '| 1 | Try | [H1](x) [S1](x) | `taking-turns`, `no-such` |';
    const steps = stepsOf('half-duplex', `# T\n\n## Half-duplex: x\n\n${row}\n`);
    expect(problems('half-duplex', steps)).toEqual(['no-such', 'S1']);
  });
});
