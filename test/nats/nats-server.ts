import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Test } from '../demos/program.ts';

/** A server of NATS with JetStream on a port of its own, which keeps its streams when it is killed. */
export class NatsServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'nats-'));
  #child: ChildProcess | undefined;
  #port = -1;

  static async start(test: Test): Promise<NatsServer> {
    const server = new NatsServer();
    test.onTestFinished(() => server.#remove());
    await server.start();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.#port}`;
  }

  /** Starts it again in the same place, with what it kept. */
  async start(): Promise<void> {
    const ports = mkdtempSync(join(this.#folder, 'ports-'));
    const place = ['-a', '127.0.0.1', '-p', `${this.#port}`, '--ports_file_dir', ports];
    const args = [...place, '-js', '-sd', join(this.#folder, 'streams')];
    this.#child = spawn('nats-server', args, { stdio: 'ignore' });
    this.#port = await portIn(ports);
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
    rmSync(this.#folder, { recursive: true });
  }
}

/** The server writes its port into a file when it listens. */
async function portIn(folder: string): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const [file] = readdirSync(folder);
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
    const port = /"nats":\["nats:\/\/127\.0\.0\.1:(\d+)"/.exec(text)?.[1];
    if (port !== undefined) return Number(port);
    await pause(20);
  }
  throw new Error('Cannot start nats-server: it names no port within 10 s');
}
