import { expect, it } from 'vitest';
import { udp } from '../../demos/udp/demo.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import { playText } from '../scene/playing.ts';
import { sceneFile } from '../scene/scene-files.ts';

/** How its links end, as each end recorded it. */
async function endings(scene: string): Promise<string[]> {
  const { source } = sceneFile(`udp/${scene}`);
  const options = { program: udp, world: memoryWorld('datagrams') };
  const { recorder } = await playText(source, options);
  return recorder.events
    .filter(({ what }) => what === 'ended' || what === 'reset')
    .map(({ end, by, text }) => `${end} ${by} ${text}`);
}

it('calls a reset who? where that was said, and records no bye that nobody sent', async () => {
  expect(await endings('7-restart')).toEqual([
    'room self silence',
    'room self silence',
    'alice peer who?',
    'bob peer who?',
    'room self bye',
    'room self bye',
    'alice peer bye',
    'bob peer bye',
  ]);
});

it('calls silence what was silent', async () => {
  expect(await endings('6-silence')).toEqual([
    'alice self silence',
    'room peer silence',
  ]);
});
