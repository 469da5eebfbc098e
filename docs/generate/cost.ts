import { lines, text } from '../../lib/framing/index.ts';
import { play } from '../../lib/scene/play/play.ts';
import { memoryWorld } from '../../lib/scene/world/world.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { programOf, sceneAt } from './demos.ts';

const delays = [1, 20, 50, 150];

/** The same words with turns and without, at several one-way delays, in the virtual clock: exact. */
export async function cost(): Promise<string> {
  const rows = await Promise.all(
    delays.map(async delay => {
      const [half, full] = [
        await run('cost-of-turns', delay),
        await run('without-turns', delay),
      ];
      return `| ${delay} ms | ${half.messages} | ${half.ms} ms | ${half.messages} × ${delay} = ${half.messages * delay} | ${full.ms} ms |`;
    }),
  );
  return [
    '| one-way delay | messages | half-duplex | turns × delay | full-duplex |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

async function run(
  name: string,
  delay: number,
): Promise<{ messages: number; ms: number }> {
  const { scene } = sceneAt(`half-duplex/${name}`);
  const { recorder } = await play({
    scene,
    world: memoryWorld(),
    program: programOf('half-duplex'),
    framing: maxPayload => text(lines({ maxPayload })),
    faults: { delay },
  });
  const { heard, elapsed } = judge(scene.mode, recorder.events).counts;
  return { messages: heard, ms: elapsed };
}
