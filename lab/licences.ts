import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the package that a bundled file is from, of the innermost if there are several. */
const inPackage = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Returns the licences of the packages that these files are from: their code may not travel without. */
export async function licencesOf(files: readonly string[]): Promise<string> {
  const folders = new Set(files.flatMap(file => inPackage.exec(file)?.[1] ?? []));
  const texts = await Promise.all([...folders].sort().map(licenceIn));
  return texts.join('\n\n');
}

async function licenceIn(folder: string): Promise<string> {
  const { name, version } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const file = (await readdir(folder)).find(one => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`Cannot build: ${name} has no licence`);
  const text = await readFile(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}\n`;
}
