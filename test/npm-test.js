// `npm test`: the linter and the type checker run beside the tests, because none of the three
// keeps two cores busy. What the two print is shown at the end, where nobody overlooks it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

async function beside(name) {
  const program = spawn(scripts[name], { shell: true, stdio: 'pipe' });
  const [code, ...printed] = await Promise.all([
    once(program, 'close').then(([code]) => code),
    text(program.stdout),
    text(program.stderr),
  ]);
  return { name, code, printed: printed.join('') };
}

const others = Promise.all(['lint', 'types'].map(beside));
const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)];
const [code] = await once(
  spawn(process.execPath, vitest, { stdio: 'inherit' }),
  'close',
);
const failed = (await others).filter(({ code }) => code !== 0);
// The linter prints colours everywhere.
const shown = process.stderr.isTTY ? String : stripVTControlCharacters;
for (const { name, printed } of failed)
  process.stderr.write(`\n${shown(printed)}\nnpm test: npm run ${name} has failed\n`);
// A program that was killed has no exit code.
process.exitCode = failed.length > 0 ? 1 : (code ?? 1);
