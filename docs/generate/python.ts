import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program of examples/tap, started by its page or a test. */
export interface Python {
  /** What it prints first: a server its port. */
  readonly firstLine: Promise<string>;
  type(text: string): void;
  /** No more input. */
  end(): void;
}

export function python(program: string, ...args: string[]): Python {
  const child = spawn('python3', [`examples/tap/${program}.py`, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // A program that is over does not hear what is typed.
  child.stdin.on('error', () => {});
  const printed = createInterface(child.stdout);
  return {
    firstLine: new Promise((resolve, reject) => {
      printed.once('line', resolve);
      child.once('error', reject);
      child.once('exit', code => reject(new Error(`${program}.py ended with ${code}`)));
    }),
    type: text => void child.stdin.write(text),
    end: () => void child.stdin.end(),
  };
}
