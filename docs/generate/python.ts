import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program of examples/tap, started for its page or by a test. */
export interface Python {
  /** The first line that it prints: a server's port. */
  readonly firstLine: Promise<string>;
  type(text: string): void;
  /** Ends its input. */
  end(): void;
}

export function python(program: string, ...args: string[]): Python {
  const child = spawn('python3', [`examples/tap/${program}.py`, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // A program that has ended does not read its input any more.
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
