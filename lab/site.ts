import { readdir, readFile } from 'node:fs/promises';
import type { Site } from '../lib/transport/web/site.ts';
import { pageOf } from './asset.ts';

/** What the package has. In a clone there is no such folder. */
const built = new URL('site/', import.meta.url);

/** Returns the lab as it was built, or makes it from its TypeScript. `tell` says that this takes time. */
export async function site(tell: (line: string) => void): Promise<Site> {
  const ready = await builtSite();
  if (ready !== undefined) return ready;
  tell('building the lab …');
  return await (await import('./build.ts')).labSite();
}

async function builtSite(): Promise<Site | undefined> {
  const files = await readdir(built, { recursive: true }).catch(() => []);
  const pages = await Promise.all(
    files
      .map(file => file.replaceAll('\\', '/'))
      .filter(name => name.includes('.'))
      .map(read),
  );
  const [index] = pages.filter(([path]) => path === '/index.html');
  return index && new Map([['/', index[1]], ...pages]);
}

const read = async (name: string) =>
  [`/${name}`, pageOf(name, await readFile(new URL(name, built), 'utf8'))] as const;
