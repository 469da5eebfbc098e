import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a program of ./programs to its end, in a process of its own, so that it can fail there. */
export function runs(name: string): Promise<{ code: number | null; out: string }> {
  const file = fileURLToPath(new URL(`./programs/${name}.ts`, import.meta.url));
  return new Promise(resolve => {
    const node = [process.execPath, ['run.js', file]] as const;
    const child = execFile(...node, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, out: stdout + stderr });
    });
  });
}
