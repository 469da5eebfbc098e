import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../lib/transport/web/site.ts';
import { assetOf, pageOf, withAssets } from './asset.ts';
import { bundle } from './bundle.ts';
import { catalogueFromFiles } from './catalogue-from-files.ts';
import { licencesOf } from './licences.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Makes the lab. All addresses in it are relative, so it works at any path of any web host. */
export async function labSite(): Promise<Site> {
  const [catalogue, workerScript, css, icon, html] = await Promise.all([
    catalogueFromFiles(),
    bundle(here('engine/worker.ts'), { format: 'iife' }),
    bundle(here('page/page.css'), { format: 'esm' }),
    readFile(here('page/icon.svg'), 'utf8'),
    readFile(here('page/index.html'), 'utf8'),
  ]);
  const worker = assetOf('worker.js', workerScript.text);
  const define = { LAB_WORKER: JSON.stringify(worker.name) };
  const script = await bundle(here('page/main.ts'), {
    format: 'esm',
    define,
    catalogue,
  });
  const assets = [
    worker,
    assetOf('main.js', script.text),
    assetOf('page.css', css.text),
    assetOf('icon.svg', icon),
  ];
  const licences = await licencesOf([...workerScript.madeOf, ...script.madeOf]);
  const index = pageOf('index.html', withAssets(html, assets));
  return new Map([
    ['/', index],
    ['/index.html', index],
    ['/licences.txt', pageOf('licences.txt', licences)],
    ...assets.map(({ name, page }) => [`/assets/${name}`, page] as const),
  ]);
}

/** Writes the lab into a folder, which needs no server of ours. Returns the files. */
export async function build(folder: string): Promise<string[]> {
  const files = [...(await labSite())].filter(([path]) => path !== '/');
  for (const [path, { body }] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
  return files.map(([path]) => join(folder, path));
}
