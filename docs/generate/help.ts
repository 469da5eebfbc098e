import { demoNames, demos } from '../../demos/index.ts';
import { helpOf } from '../../lib/terminal/flags/command.ts';
import { commandsOf, lessonsOf } from '../../lib/terminal/main.ts';

/** Returns what a demo prints with `--help`, in 80 columns. */
export async function help(name = ''): Promise<string> {
  const known = demoNames.find(one => one === name);
  if (known === undefined) throw new Error(`no demo "${name}"`);
  const demo = await demos[known].load();
  const folder = new URL(`../../demos/${name}/scenes/`, import.meta.url);
  const rows =
    'lessons' in demo
      ? helpOf(demo, [lessonsOf(demo)], 80)
      : helpOf(demo, commandsOf(demo, folder), 80);
  return rows.join('\n');
}
