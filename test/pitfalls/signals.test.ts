import { readFileSync } from 'node:fs';
import { setImmediate as nextTask } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { demo } from '../demos/program.ts';
import { needs } from '../needs.ts';

/** The processes that it has started, less those that only compile. */
function programsOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  const pids = children.split(' ').filter(Boolean).map(Number);
  return pids.filter(child => commandOf(child).includes('--input-type'));
}

/** Empty for a process that is gone, or has ended and is not collected yet. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function first<T>(find: () => T | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    await nextTask();
  }
}

it('ends the program that it has started when it is ended itself', async test => {
  needs(test, 'python3 on Linux');
  const playing = demo(test, 'pitfalls', '--scene spin-at-end');
  await playing.out.until('What does Bob get');
  const program = await first(() => programsOf(playing.child.pid ?? 0)[0]);
  playing.signal('SIGTERM');
  expect(await playing.ended).toBe('SIGTERM');
  await first(() => (commandOf(program) === '' ? true : undefined));
});
