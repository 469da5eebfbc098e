// The lab on this machine: `npm run lab`. Whatever happens in it stays in the browser.

import { readdir, readFile } from 'node:fs/promises';
import { runSite } from '../lib/terminal/programs/run-site.ts';
import type { Site } from '../lib/transport/web/site.ts';
import { pageOf } from './asset.ts';

/** What the package has. In a clone there is no such folder, and the lab is made from its TypeScript. */
const built = new URL('site/', import.meta.url);

process.exitCode = await runSite(
  {
    name: 'lab',
    about: 'every mode in a web page, to run, change and scrub',
    port: 8002,
    site: async tell => (await builtSite()) ?? (await newSite(tell)),
  },
  process.argv.slice(2),
);
process.stdout.write('', () => setImmediate(() => process.exit()));

async function builtSite(): Promise<Site | undefined> {
  const files = await readdir(built, { recursive: true }).catch(() => []);
  const names = files.map(file => file.replaceAll('\\', '/')).filter(isFile);
  const pages = await Promise.all(names.map(read));
  const [index] = pages.filter(([path]) => path === '/index.html');
  return index && new Map([['/', index[1]], ...pages]);
}

const isFile = (name: string): boolean => name.includes('.');

const read = async (name: string) =>
  [`/${name}`, pageOf(name, await readFile(new URL(name, built), 'utf8'))] as const;

async function newSite(tell: (line: string) => void): Promise<Site> {
  tell('building the lab …');
  return await (await import('./build.ts')).labSite();
}
