import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Question } from './cell.ts';
import type { Peer } from './peers/index.ts';
import type { Workload } from './workload.ts';

/** A figure, or why there is none. */
export type Answer = { readonly figure: number } | { readonly failed: string };

/** Seconds in which a question must be answered: some peers would take minutes. */
export const PATIENCE = 60;

/** A peer in a process of its own. */
export class Child {
  readonly name: Peer;
  readonly #process: ChildProcess;

  /** `profile`: where to leave a CPU profile of it. */
  static async start(name: Peer, profile?: string): Promise<Child> {
    const file = new URL('cell.ts', import.meta.url);
    const execArgv = ['--expose-gc'];
    if (profile !== undefined) execArgv.push('--cpu-prof', `--cpu-prof-dir=${profile}`);
    const child = fork('run.js', [fileURLToPath(file), name], { execArgv });
    await once(child, 'message');
    return new Child(name, child);
  }

  private constructor(name: Peer, process: ChildProcess) {
    this.name = name;
    this.#process = process;
  }

  /** `ms`: how long a round takes, if a pass does not take longer. */
  async ask(question: Question, workload: Workload, ms: number): Promise<Answer> {
    const signal = AbortSignal.timeout(PATIENCE * 1_000);
    const answer = once(this.#process, 'message', { signal });
    this.#process.send([question, workload, ms]);
    try {
      return (await answer)[0] as Answer;
    } catch {
      this.#process.kill('SIGKILL');
      return { failed: `over ${PATIENCE} s` };
    }
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode ?? this.#process.signalCode) return;
    const gone = once(this.#process, 'exit');
    if (this.#process.connected) this.#process.disconnect();
    await gone;
  }
}
