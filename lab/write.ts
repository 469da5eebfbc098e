// The lab as a folder for any web host: `npm run lab:build`, or `npm run lab:build -- FOLDER`.

import { foldTo, lineWidth } from '../lib/terminal/fold.ts';
import { complain, print } from '../lib/terminal/output.ts';
import { build } from './build.ts';

const usage =
  'npm run lab:build -- [FOLDER]   writes the lab into a folder, for any web host (default: dist-lab)';

/** Returns the exit code: 0, or 2 for a wrong command line. */
async function write(words: readonly string[]): Promise<number> {
  const [folder = 'dist-lab', ...more] = words;
  if (words.includes('--help')) {
    for (const row of foldTo(lineWidth(), usage, '    ')) print(row);
    return 0;
  }
  if (/^(-|$)/.test(folder) || more.length > 0) {
    complain(`lab:build: expected one folder, found "${words.join(' ')}": see --help`);
    return 2;
  }
  print(`building the lab in ${folder} …`);
  for (const file of await build(folder)) print(file);
  return 0;
}

process.exitCode = await write(process.argv.slice(2));
