import { readFileSync } from 'node:fs';
import { setImmediate as nextTask } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { script } from '../demos/program.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';

/** Empty for a process that is gone, or has ended and is not collected yet. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

it.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'a program that spins is ended with the demo that started it, by %s',
  async (signal, test) => {
    if (signal !== 'SIGHUP') takesLong(test);
    needs(test, 'python3 on Linux');
    const playing = script(test, 'test/demos/fixture/starts-spinning.ts');
    const [, digits] = await playing.out.until(/^started (\d+)$/m);
    const pid = Number(digits);
    test.onTestFinished(() => void (commandOf(pid) && process.kill(pid, 'SIGKILL')));
    expect(commandOf(pid)).toContain('--input-type');
    playing.signal(signal);
    expect(await playing.ended).toBe(signal);
    while (commandOf(pid) !== '') await nextTask();
  },
);
