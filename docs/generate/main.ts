// `npm run docs`: writes what the pages show from real runs and real files.
// `npm test` fails while a page differs from what this would write.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { leaveWhenNobodyReads } from '../../lib/terminal/output.ts';
import { pages, renewed } from './pages.ts';

leaveWhenNobodyReads();

for (const page of pages()) {
  const { before, after } = await renewed(page);
  if (before === after) continue;
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, after);
  process.stdout.write(`rewritten: ${page}\n`);
}
