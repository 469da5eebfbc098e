import { expect, it } from 'vitest';
import { picture } from '../../docs/generate/runs.ts';
import { sceneFiles } from '../scene/scene-files.ts';

const openings = sceneFiles.filter(({ file }) => file.startsWith('1-'));
/** Two of them are words that have no room on their arrow, in full. */
const most = 24;

it.each(openings)('the opening $name is at most 24 rows high', async ({ name }) => {
  const rows = (await picture(name.replace(/\d+-/, ''))).split('\n');
  // The rows of the legend begin at the left; the verdict is the last row.
  const lanes = rows.findIndex(row => row.startsWith(' '));
  expect(rows.slice(lanes, -1).length).toBeLessThanOrEqual(most);
});
