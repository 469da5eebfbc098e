// `npm run test:nodes`: all tests on every Node that we support. Each Node is fetched once, into .nodes.
// `npm run test:nodes -- 24 test/demos`: only this Node, only these tests.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, resolve } from 'node:path';

const supported = ['20.19', '22', '24', '26'];

const words = process.argv.slice(2);
const isVersion = (word: string) => /^\d+(\.\d+)*$/.test(word);
const chosen = words.filter(isVersion);
const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  ...words.filter(word => !isVersion(word)),
];

for (const version of chosen.length > 0 ? chosen : supported) {
  const node = fetched(version);
  if (node === undefined) fails(`Cannot fetch Node ${version}: its tests did not run.`);
  else if (!passes(node)) fails(`Tests fail on Node ${version}.`);
}

/** The path of that Node. npm has the programs of nodejs.org as packages, one for each kind of machine. */
function fetched(version: string): string | undefined {
  const folder = resolve('.nodes', version);
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const program = system === 'win' ? 'node.exe' : 'node';
  const node = resolve(folder, 'node_modules', name, 'bin', program);
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--no-save', '--prefix', folder, `${name}@${version}`];
  // On Windows npm is a script of the shell.
  const shell = system === 'win';
  spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell });
  return existsSync(node) ? node : undefined;
}

function passes(node: string): boolean {
  const path = `${dirname(node)}${delimiter}${process.env.PATH}`;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  process.stdout.write(`Node ${stdout}`);
  const env = { ...process.env, PATH: path };
  return spawnSync(node, vitest, { stdio: 'inherit', env }).status === 0;
}

function fails(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
