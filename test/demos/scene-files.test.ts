import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../lib/options/usage-error.ts';
import { nameOf } from '../../lib/scene/script/parse.ts';
import { choose } from '../../lib/terminal/play/menu.ts';
import { sceneFiles } from '../../lib/terminal/play/scene-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'scenes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = 'title: Good\nmode: simplex\n\nsender connects\nverdict simplex\n';
const files: Record<string, string> = {
  '10-ten.scene': good,
  '2-two.scene': good,
  'own.scene': good,
  'another.scene': good,
  '3-bad.scene': 'titel: Bad\n',
  'notes.txt': 'no scene',
};
for (const [file, text] of Object.entries(files))
  writeFileSync(join(folder, file), text);
mkdirSync(join(folder, '4-folder.scene'));

const scenes = sceneFiles(pathToFileURL(`${folder}/`));
const chosen = (scene: string) => choose(scenes, { scene }).map(({ name }) => name);

describe('the scene files of a demo', () => {
  it('come by number, then by name', () => {
    const names = ['two', 'bad', 'folder', 'ten', 'another', 'own'];
    expect(scenes.map(({ name }) => name)).toEqual(names);
  });

  it('say what is wrong with one of them, and the others are scenes', () => {
    const problems = scenes.flatMap(file => (file.scene ? [] : [file.problem]));
    expect(problems).toEqual([
      expect.stringMatching(/3-bad\.scene:1: expected "title:"/),
      expect.stringMatching(
        /^cannot read .*4-folder\.scene: it is a folder, not a file$/,
      ),
    ]);
  });

  it('are chosen by name, and by the number that the header shows', () => {
    expect(chosen('ten')).toEqual(['ten']);
    expect(chosen('4')).toEqual(['ten']);
    expect(chosen('6')).toEqual(['own']);
  });

  it.each([
    ['tne', 'did you mean ten?'],
    ['anoter', 'did you mean another?'],
    ['fold', 'did you mean folder?'],
    ['TWO', 'there are two, bad, folder, ten, another, own'],
    ['0', 'there are two, '],
    ['7', 'there are two, '],
    ['x'.repeat(10_000), 'there are two, '],
  ])('has none that is called %s', (name, says) => {
    expect(() => chosen(name)).toThrow(UsageError);
    expect(() => chosen(name)).toThrow(says);
  });
});

it.each([
  'demos/half-duplex/scenes/9-eager.scene',
  'demos\\half-duplex\\scenes\\9-eager.scene',
  'C:\\duplex\\demos/half-duplex\\scenes/9-eager.scene',
  'eager',
])('a scene is called eager wherever it is: %s', file => {
  expect(nameOf(file)).toBe('eager');
});
