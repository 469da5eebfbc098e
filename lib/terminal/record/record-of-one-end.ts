import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import type { TraceEvent } from '../../trace/event.ts';
import { complain, spelled } from '../output.ts';
import type { Demo } from '../programs/demo.ts';
import { FirstEvents } from './first-events.ts';
import { keepRecord, unwritable } from './keep-record.ts';
import { RecordStream } from './record-stream.ts';
import { verdictOfOneEnd } from './verdict-of-one-end.ts';

/**
 * The record that a server or a client keeps of its own end: a file of lines, or a picture of its
 * beginning.
 */
export class RecordOfOneEnd {
  readonly #file: string;
  readonly #demo: Demo;
  readonly #end: string;
  readonly #first = new FirstEvents();
  readonly #lines: RecordStream | undefined;

  constructor(file: string, demo: Demo, end: string) {
    this.#file = file;
    this.#demo = demo;
    this.#end = end;
    if (extname(file) === '.jsonl')
      this.#lines = new RecordStream(createWriteStream(file));
  }

  take(event: TraceEvent): void {
    this.#first.take(event);
    this.#lines?.take(event);
  }

  /** Closes the record, and prints the verdict that one end alone can give. */
  async close(ascii: boolean): Promise<void> {
    if (this.#lines === undefined) this.#draw();
    else await this.#lines.close().catch(unwritable(this.#file));
    complain(spelled(`${this.#verdict()} · record: ${this.#file}`, ascii));
  }

  #draw(): void {
    const { events, part: note } = this.#first;
    const { mode, name } = this.#demo;
    const title = `demo:${name}, as ${this.#end} saw it`;
    const lanes = [this.#end];
    keepRecord(this.#file, { events, mode, title, lanes, ...(note && { note }) });
  }

  #verdict(): string {
    const { part } = this.#first;
    const { leftOut } = this.#lines ?? { leftOut: 0 };
    if (leftOut > 0)
      return `verdict: undecided: the disk was too slow for ${leftOut.toLocaleString('en')} events`;
    return this.#lines === undefined || part === undefined
      ? verdictOfOneEnd(this.#demo.mode, this.#first)
      : `verdict: undecided: only npm run verdict reads more than ${part}`;
  }
}
