// The other tests may start programs that were compiled beforehand. These start them as people do.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { Heard } from './heard.ts';
import type { Test } from './program.ts';

function run(test: Test, ...args: string[]) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  test.onTestFinished(() => void child.kill('SIGKILL'));
  const [out, err] = [new Heard(), new Heard()];
  child.stdout.setEncoding('utf8').on('data', text => out.add(text));
  child.stderr.setEncoding('utf8').on('data', text => err.add(text));
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return { child, out, err, ended };
}

/** As if this Node were another one. */
const pretend = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '${version}' })`;

describe.concurrent('run.js', () => {
  it('starts a program with its arguments', async test => {
    takesLong(test);
    const right = run(test, 'run.js', 'demos/run.ts', 'simplex', '--list');
    expect(await right.ended).toBe(0);
    expect(right.out.text).toContain('npm run demo:simplex -- --scene NAME');
    expect(right.err.text).toBe('');
  });

  it('ends with the exit code of a program that does not know its arguments', async test => {
    // test/lab/serve.test.ts starts a program in this way, too.
    takesLong(test);
    const wrong = run(test, 'run.js', 'demos/run.ts', 'simplex', '--no-such-flag');
    expect(await wrong.ended).toBe(2);
    expect(wrong.err.text).toContain('--no-such-flag');
  });

  it('leaves signals to the program', async test => {
    takesLong(test);
    needs(test, 'signals to other programs');
    const server = run(test, 'run.js', 'demos/run.ts', 'p2m', 'server', '--port', '0');
    await server.out.until('listening on ');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it.for(['18.20.8', '20.18.3'])(
    'refuses Node %s in one line',
    async (version, test) => {
      if (version !== '20.18.3') takesLong(test);
      const old = run(test, '--import', pretend(version), 'run.js', 'demos/tour.ts');
      expect(await old.ended).toBe(1);
      expect(old.out.text).toBe('');
      expect(old.err.text).toBe(
        `This is Node ${version}, which is too old. Install Node 20.19 or newer.\n`,
      );
    },
  );

  it.for(['20.19.0', '21.0.0'])('takes Node %s', async (version, test) => {
    takesLong(test);
    const one = run(test, '--import', pretend(version), 'run.js', 'demos/tour.ts');
    expect(await one.ended).toBe(0);
    expect(one.out.text).toContain('npm run demo:p2m');
  });
});
