import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framingCourse } from '../../demos/framing/demo.ts';
import { pitfallCourse } from '../../demos/pitfalls/demo.ts';
import { programs, scenesOf } from '../../docs/generate/demos.ts';
import { pages } from '../../docs/generate/pages.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const scenes = new Map(
  Object.keys(programs).map(demo => [demo, scenesOf(demo).map(({ name }) => name)]),
);
for (const { name, lessons } of [framingCourse, pitfallCourse])
  scenes.set(
    name,
    lessons.map(lesson => lesson.name),
  );

const command = /npm run (?:-s )?([a-z][\w:-]*)(?: -- --scene ([a-z][a-z-]*))?/g;

/** Commands of a page that npm, or the demo, does not know. */
const unknown = (markdown: string): string[] =>
  [...markdown.matchAll(command)]
    .filter(([, script = '', scene]) => {
      const known = scenes.get(script.replace('demo:', ''));
      return !(script in scripts) || (scene && !known?.includes(scene));
    })
    .map(([whole]) => whole);

describe('the commands of a page', () => {
  it.each([...pages(), 'CONTRIBUTING.md'])('exist: %s', page =>
    expect(
      unknown(readFileSync(page, 'utf8').replaceAll('demo:NAME', 'start')),
    ).toEqual([]),
  );

  it('are noticed if they do not exist', () => {
    const markdown =
      '`npm run demo:p2p -- --scene third-caller` `npm run demo:udp -- --scene no-such` `npm run dmeo`';
    expect(unknown(markdown)).toEqual([
      'npm run demo:udp -- --scene no-such',
      'npm run dmeo',
    ]);
  });
});
