// The lab as a folder for any web host: `npm run lab:build`, or `npm run lab:build -- FOLDER`.

import { print } from '../lib/terminal/output.ts';
import { build } from './build.ts';

const [folder = 'dist-lab'] = process.argv.slice(2);
print(`building the lab in ${folder} …`);
for (const file of await build(folder)) print(file);
