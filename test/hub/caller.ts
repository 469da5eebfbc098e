import { expect, onTestFinished } from 'vitest';
import type { Wire } from '../../lib/connection/wire.ts';
import { Stranger } from '../connection/stranger.ts';

/** Somebody with nc: lines out, lines in, and nothing that keeps a mode's rules. */
export class Caller {
  readonly wire: Wire;
  readonly #stranger: Stranger;
  #read = 0;

  constructor(wire: Wire) {
    this.wire = wire;
    this.#stranger = new Stranger(wire);
    onTestFinished(() => wire.destroy());
  }

  says(...lines: readonly string[]): void {
    this.writes(lines.map(line => `${line}\n`).join(''));
  }

  writes(bytes: string | Uint8Array): void {
    this.#stranger.write(bytes);
  }

  /** All that has come, where it is not lines. */
  get bytes(): Uint8Array {
    return Buffer.from(this.#stranger.heard, 'latin1');
  }

  /** Whole lines that have come and were not asked for yet. */
  get unread(): string[] {
    return this.#text.slice(this.#read).split('\n').slice(0, -1);
  }

  /** The next line, as soon as it is there. */
  async next(): Promise<string> {
    await this.#stranger.until(() => this.unread.length > 0 || this.#over);
    const [line] = this.unread;
    if (line === undefined) throw new Error(`Cannot hear more: ${this.#events.join()}`);
    this.#read += line.length + 1;
    return line;
  }

  /** These lines come next, and no other between them. */
  async hears(...lines: readonly string[]): Promise<void> {
    for (const line of lines) expect(await this.next()).toBe(line);
  }

  /** Passes over whatever comes before it. */
  async hearsAtLast(line: string): Promise<void> {
    while ((await this.next()) !== line);
  }

  /** What has come until the server, asked now, has answered. */
  async rest(): Promise<string[]> {
    const heard: string[] = [];
    this.says('/rest');
    for (;;) {
      const line = await this.next();
      if (line.startsWith('! Unknown command: /rest')) return heard;
      heard.push(line);
    }
  }

  async hearsNothing(): Promise<void> {
    expect(await this.rest()).toEqual([]);
  }

  async hearsTheEnd(): Promise<void> {
    await this.#stranger.until(() => this.#over);
    expect(this.unread).toEqual([]);
    expect(this.#events[0]).toBe('ended');
  }

  async hearsTheReset(): Promise<void> {
    await this.#stranger.hears('reset');
  }

  get #text(): string {
    return Buffer.from(this.#stranger.heard, 'latin1').toString();
  }

  get #events(): string[] {
    return this.#stranger.events.filter(event => event !== 'drained');
  }

  get #over(): boolean {
    return this.#events.length > 0;
  }
}
