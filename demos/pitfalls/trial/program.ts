import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { clean } from '../../../lib/connection/clean.ts';
import { Ear, nothing, within } from './ear.ts';
import { started, stop } from './process.ts';

/** How long a program may take to start, on a busy machine, in milliseconds. */
const startTime = 30_000;
/** As much of its errors as is kept, in characters. */
const mostErrors = 10_000;

/** A running program of a pitfall, and what it prints. */
export class Program {
  readonly screen: Ear;
  /** What it printed last, as bytes. */
  printed = new Uint8Array();
  readonly #child: ChildProcess;
  readonly #patience: number;
  readonly #closed: Promise<unknown>;
  #errors = '';

  static async start(file: string, patience: number, ...args: string[]) {
    return new Program(await started(file, args), patience);
  }

  private constructor(child: ChildProcess, patience: number) {
    this.#child = child;
    this.#patience = patience;
    this.screen = new Ear(patience);
    child.on('error', error => {
      this.#errors += error.message;
    });
    child.stdout?.on('data', bytes => {
      this.printed = bytes;
      this.screen.take(bytes);
    });
    child.stdout?.on('close', () => this.screen.close('(the end)'));
    child.stderr?.setEncoding('utf8').on('data', text => this.#note(text));
    this.#closed = once(child, 'close');
  }

  /** The port that a server prints first. */
  async port(): Promise<number> {
    const line = await this.screen.next(startTime);
    const port = Number(/(\d+)\D*$/.exec(line)?.[1]);
    if (port > 0) return port;
    throw new Error(
      `expected the program to print its port first, found "${line}" ${this.error ?? ''}`,
    );
  }

  /** The line of its errors that names the error, such as `Error: read ECONNRESET`. */
  get error(): string | undefined {
    const lines = this.#errors
      .split('\n')
      .filter(line => /^\w*(?:Error|Exception)\b/.test(line));
    return lines.map(clean).at(-1);
  }

  /** How it ended by itself, or `nothing` if it still runs. */
  async ended(): Promise<string> {
    if ((await within(this.#patience, this.#closed, nothing)) === nothing)
      return nothing;
    const { exitCode, signalCode } = this.#child;
    return `(exit ${exitCode ?? signalCode})`;
  }

  async stop(): Promise<void> {
    stop(this.#child);
    await this.#closed;
  }

  #note(text: string): void {
    this.#errors = (this.#errors + text).slice(0, mostErrors);
  }
}
