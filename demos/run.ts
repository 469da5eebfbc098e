// Starts a demo: `npm run demo:p2m -- server` is `node run.js demos/run.ts p2m server`.

import { otherwise } from '../lib/options/meant.ts';
import { main, teach } from '../lib/terminal/main.ts';
import { complain } from '../lib/terminal/output.ts';
import { demoNames, demos } from './index.ts';

const [wanted = '', ...args] = process.argv.slice(2);
const name = demoNames.find(one => one === wanted);
if (name === undefined) {
  complain(`no demo "${wanted}": ${otherwise(wanted, demoNames)}`);
  process.exitCode = 2;
} else {
  const demo = await demos[name].load();
  if ('lessons' in demo) await teach(demo, args);
  else await main(demo, new URL(`${name}/scenes/`, import.meta.url), args);
}
