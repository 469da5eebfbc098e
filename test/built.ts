import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Before all tests: bundles the programs that tests start (test/start.ts). They start about two hundred, and
 * tsx takes four times as long for each. A newer Node starts the TypeScript as fast.
 */
export default function setup(): (() => void) | undefined {
  if (Reflect.get(process.features, 'typescript')) return undefined;
  mkdirSync('.built', { recursive: true });
  const folder = mkdtempSync('.built/');
  // Scenes and the page come along, and the page is bundled from its TypeScript.
  for (const room of ['lib', 'demos', 'test/demos/fixture'])
    cpSync(room, join(folder, room), { recursive: true });
  // What a record's page is made of is looked for from the folder of the chunks (see below), two folders up.
  cpSync('lib/view/export/page', join(folder, 'view/export/page'), { recursive: true });
  buildSync({
    entryPoints: programs(),
    outdir: folder,
    outbase: '.',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Few files to read. What a program loads late, it still loads late.
    bundle: true,
    splitting: true,
    external: ['esbuild', 'ws', '@nats-io/*'],
    // What programs share lies in this folder, because one part of it looks for the page beside itself.
    chunkNames: 'demos/websocket/[hash]',
    logLevel: 'warning',
  });
  process.env.DUPLEX_BUILT = resolve(folder);
  return () => rmSync(folder, { recursive: true });
}

const programs = (): string[] => [
  './demos/*.ts',
  './demos/framing/borrow.ts',
  './lab/serve.ts',
  './test/demos/fixture/*.ts',
  './test/connection/programs/*.ts',
  './test/framing/programs/*.ts',
];
