import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';

const run = promisify(execFile);
const python = 'python3, 3.9 or newer';

async function printed(program: string, ...args: string[]): Promise<string[]> {
  const command = program.endsWith('.py') ? 'python3' : process.execPath;
  const { stdout } = await run(command, [`examples/elsewhere/${program}`, ...args]);
  return stdout.split(/\r?\n/).filter(line => line !== '');
}

describe('the programs of docs/elsewhere.md', () => {
  it('lose the answer where Node ends its side too, and not where it may stay open', async () => {
    expect(await printed('half-close.mjs')).toEqual([]);
    expect(await printed('half-close.mjs', 'open')).toEqual(['answer to question']);
  });

  it('hear everything while little is said, and are stuck when both say much', async test => {
    takesLong(test);
    needs(test, python);
    const lines = await printed('both-write.py');
    expect(lines.slice(0, 2).sort()).toEqual([
      'alice has heard everything',
      'bob has heard everything',
    ]);
    expect(lines.slice(2).sort()).toEqual([
      'alice is stuck in sendall',
      'bob is stuck in sendall',
    ]);
  });

  it('see a reset where something was unread', async test => {
    needs(test, python);
    expect(await printed('unread.py')).toEqual([
      "all read: (b'goodbye\\n', b'')",
      'unread: reset',
    ]);
  });

  it('keep what write accepts in two kernels, or in their own memory if they ignore false', async test => {
    takesLong(test);
    const memory = (lines: string[]) => Number.parseFloat(lines[2] ?? '');
    const [waits, ignores] = [
      await printed('write-false.mjs'),
      await printed('write-false.mjs', 'ignore'),
    ];
    expect(waits[0]).toBe('the first write returned true: nobody has read a byte');
    expect(memory(waits)).toBeLessThan(1);
    expect(memory(ignores)).toBeGreaterThan(30);
  });

  it('bind an old port again unless the server closed first without SO_REUSEADDR', async test => {
    takesLong(test);
    needs(test, 'python3 on Linux');
    expect(await printed('time-wait.py')).toEqual([
      'the server closed first: Address already in use',
      'the server closed first, with SO_REUSEADDR: works',
      'the client closed first: works',
      'the server reset the connection: works',
    ]);
  });

  it('see a killed program end, and nothing of one that hangs', async test => {
    takesLong(test);
    needs(test, 'python3 on Linux');
    expect(await printed('gone.py')).toEqual([
      'killed: FIN',
      'killed, with something unread: RST',
      'it hangs: nothing in 4 s, although keep-alive asked',
    ]);
  });
});
