import { expect, it } from 'vitest';
import { picture } from '../../docs/generate/runs.ts';
import { sceneFiles } from '../scene/scene-files.ts';

const openings = sceneFiles.filter(({ file }) => file.startsWith('1-'));
/** What stands above the lanes, and the verdict below them. */
const around = 2;
/** Two of them are words that have no room on their arrow, in full. */
const most = 24;

it.each(openings)('the opening $name is at most 24 rows high', async ({ name }) => {
  const rows = (await picture(name.replace(/\d+-/, ''))).split('\n');
  expect(rows.length - around).toBeLessThanOrEqual(most);
});
