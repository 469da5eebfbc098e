import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the programs are as JavaScript: a path from the root. Undefined: this Node starts the TypeScript as fast. */
export const built = (): string | undefined => process.env.DUPLEX_BUILT;

/** Before all tests of demos: over a hundred programs start, and tsx takes three times as long for each. */
export default function setup(): (() => void) | undefined {
  if (Reflect.get(process.features, 'typescript')) return undefined;
  mkdirSync('.built', { recursive: true });
  const folder = mkdtempSync('.built/');
  // Scenes and the page come along, and the page is bundled from its TypeScript.
  for (const room of ['lib', 'demos', 'test/demos/fixture'])
    cpSync(room, join(folder, room), { recursive: true });
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'test/demos/built.json'];
  execFileSync(process.execPath, [...tsc, '--outDir', folder], { stdio: 'inherit' });
  process.env.DUPLEX_BUILT = folder;
  return () => rmSync(folder, { recursive: true });
}
