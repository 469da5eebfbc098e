// The floor is a program in C (servers/floor.c), compiled when it is wanted, where there is gcc.

import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('servers/floor.c', import.meta.url));

/** Gives its command. Without gcc there is no such program, and starting it says so. */
export function floor(port: number): string[] {
  const program = join(mkdtempSync(join(tmpdir(), 'duplex-floor-')), 'floor');
  const { error, status, stderr } = spawnSync('gcc', ['-O2', '-o', program, source]);
  if (error === undefined && status !== 0) throw new Error(String(stderr));
  return [program, String(port)];
}
