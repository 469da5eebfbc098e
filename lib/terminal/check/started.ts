import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { clean } from '../../connection/clean.ts';
import { RunError } from '../flags/failure.ts';

/** How long a command may take to end after SIGTERM, in milliseconds. Then it is killed. */
const endTime = 2_000;
/** How long the system may take to remove it after SIGKILL, in milliseconds. */
const killTime = 500;
/** How often we look whether it is gone, in milliseconds. */
const lookTime = 10;
/** As much of its output as is kept, in characters. */
const mostOutput = 16_384;

/** A command that we have started, with all that it has started itself: a process group of its own. */
export class Started {
  readonly #child: ChildProcess;
  readonly #pid: number;
  #output = '';
  #printed = 0;
  #ended: string | undefined;

  /** Rejects with a RunError if there is no such command. `printed`: is told what it prints. */
  static start(
    words: readonly string[],
    printed: (text: string) => void,
  ): Promise<Started> {
    const [command = '', ...args] = words;
    const child = spawn(command, args, {
      detached: process.platform !== 'win32',
      env: { ...process.env, PYTHONUNBUFFERED: '1' },
    });
    return new Promise((resolve, reject) => {
      child.once('error', ({ code, message }: NodeJS.ErrnoException) =>
        reject(
          new RunError(
            `cannot start "${command}" (${code ?? message})${unquoted(command)}`,
          ),
        ),
      );
      child.once('spawn', () => resolve(new Started(child, printed)));
    });
  }

  private constructor(child: ChildProcess, printed: (text: string) => void) {
    this.#child = child;
    this.#pid = child.pid ?? 0;
    running.add(this);
    child.once('exit', (code, signal) => {
      this.#ended = signal === null ? `exit code ${code}` : signal;
      printed('');
    });
    child.stdin?.on('error', () => {});
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text.length;
        this.#output = `${this.#output}${text}`.slice(-mostOutput);
        printed(text);
      });
  }

  /** How it ended, if it has. */
  get ended(): string | undefined {
    return this.#ended;
  }

  /** Whether it, or something that it has started, still runs. */
  get runs(): boolean {
    return this.#signal(0);
  }

  /** The last lines that it printed, clean. */
  output(most: number): string[] {
    const lines = this.#output.trimEnd().split(/\r?\n/).map(clean);
    const shown = lines.filter(Boolean).slice(-most);
    const more = this.#printed > mostOutput || lines.length > most;
    return more ? [`(the last of ${this.#printed} characters)`, ...shown] : shown;
  }

  /** Types a line at its keyboard. */
  type(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** There is nothing more to type. */
  endInput(): void {
    this.#child.stdin?.end();
  }

  /** Tells it to end. */
  stop(): void {
    this.#signal('SIGTERM');
  }

  /** Ends it and all that it has started. Returns whether SIGTERM, and that time, were enough. */
  async end(patience = endTime): Promise<boolean> {
    if (patience > 0) this.stop();
    const obeyed = await this.gone(patience);
    this.kill();
    await this.gone(killTime);
    running.delete(this);
    return obeyed;
  }

  kill(): void {
    this.#signal('SIGKILL');
  }

  /** Waits for its end, for at most `patience` milliseconds. Returns whether it has ended. */
  async gone(patience: number): Promise<boolean> {
    for (let left = patience; left > 0 && this.runs; left -= lookTime)
      await sleep(lookTime);
    return !this.runs;
  }

  /** Sends a signal to its whole group. Windows has no groups. */
  #signal(signal: NodeJS.Signals | 0): boolean {
    try {
      if (process.platform === 'win32')
        return this.#ended === undefined && this.#child.kill(signal);
      return process.kill(-this.#pid, signal);
    } catch {
      return false;
    }
  }
}

/** A whole command in quotes is one word, and no program has that name. */
const unquoted = (command: string): string =>
  command.includes(' ') ? ': write the command without quotes around it' : '';

const running = new Set<Started>();

/** Whatever way this process ends, nothing that it has started stays. */
process.on('exit', () => {
  for (const one of running) one.kill();
});
