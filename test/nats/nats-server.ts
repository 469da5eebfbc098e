import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Heard } from '../demos/heard.ts';
import type { Test } from '../demos/program.ts';

/** A server of NATS with JetStream on a port of its own, which keeps its streams when it is killed. */
export class NatsServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'nats-'));
  readonly #copy = `${this.#folder}-copy`;
  readonly #flags: readonly string[];
  #child: ChildProcess | undefined;
  #port = -1;

  static async start(test: Test, ...flags: readonly string[]): Promise<NatsServer> {
    const server = new NatsServer(flags);
    test.onTestFinished(() => server.#remove());
    await server.start();
    return server;
  }

  private constructor(flags: readonly string[]) {
    this.#flags = flags;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.#port}`;
  }

  /** Starts it again in the same place, with what it kept. */
  async start(): Promise<void> {
    const place = ['-a', '127.0.0.1', '-p', `${this.#port}`];
    const kept = ['-js', '-sd', this.#folder];
    const child = spawn('nats-server', [...place, ...kept, ...this.#flags], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    const log = new Heard();
    child.stderr.setEncoding('utf8').on('data', text => log.add(String(text)));
    const [, port] = await log.until(/client connections on 127\.0\.0\.1:(\d+)/);
    await log.until('Server is ready');
    this.#port = Number(port);
  }

  /** Starts it again with an empty disk. */
  async startEmpty(): Promise<void> {
    rmSync(this.#folder, { recursive: true });
    mkdirSync(this.#folder);
    await this.start();
  }

  /** Keeps a copy of its disk as it is now. */
  copyDisk(): void {
    cpSync(this.#folder, this.#copy, { recursive: true });
  }

  /** Starts it again with that copy, as if it had lost the end of its disk. */
  async startFromCopy(): Promise<void> {
    rmSync(this.#folder, { recursive: true });
    cpSync(this.#copy, this.#folder, { recursive: true });
    await this.start();
  }

  /** As `kill -9` does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async #remove(): Promise<void> {
    await this.kill();
    for (const folder of [this.#folder, this.#copy])
      rmSync(folder, { recursive: true, force: true });
  }
}
