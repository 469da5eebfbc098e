// A server in a process of its own.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measured } from './servers/measured.ts';

export const servers = [
  'ours',
  'loop',
  'split2',
  'readline',
  'naive',
  'web-ours',
  'ws',
  'ws-once',
] as const;
export type Name = (typeof servers)[number];

export class Child {
  readonly name: Name;
  readonly port: number;
  readonly #process: ChildProcess;

  /** `profile`: where to leave a CPU profile of it. */
  static async start(name: Name, profile?: string): Promise<Child> {
    const file = new URL(`servers/${name}.ts`, import.meta.url);
    const execArgv = ['--expose-gc'];
    if (profile !== undefined) execArgv.push('--cpu-prof', `--cpu-prof-dir=${profile}`);
    const child = fork('run.js', [fileURLToPath(file)], { execArgv });
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', ready => resolve((ready as { port: number }).port));
      child.once('exit', code => reject(new Error(`${name} ended with ${code}`)));
    });
    return new Child(name, port, child);
  }

  private constructor(name: Name, port: number, process: ChildProcess) {
    this.name = name;
    this.port = port;
    this.#process = process;
  }

  async ask(question: 'work' | 'memory'): Promise<Measured> {
    const answer = once(this.#process, 'message');
    this.#process.send(question);
    const [measured] = (await answer) as [Measured];
    return measured;
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.disconnect();
    await gone;
  }
}
