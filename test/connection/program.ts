import { execFile } from 'node:child_process';
import { start } from '../start.ts';

/** Runs a program of ./programs to its end, in a process of its own, so that it can fail there. */
export function runs(name: string): Promise<{ code: number | null; out: string }> {
  const { cwd, args } = start(`test/connection/programs/${name}.ts`);
  return new Promise(resolve => {
    const child = execFile(process.execPath, args, { cwd }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, out: stdout + stderr });
    });
  });
}
