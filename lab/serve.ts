// The lab on this machine: `npm run lab`. Whatever you do in it stays in your browser.

import { runSite } from '../lib/terminal/programs/run-site.ts';
import { port } from './address.ts';
import { site } from './site.ts';

const about = 'every mode in a web page, to play, change and rewind';

process.exitCode = await runSite(
  { name: 'lab', about, port, site },
  process.argv.slice(2),
);
process.stdout.write('', () => setImmediate(() => process.exit()));
