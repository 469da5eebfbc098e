import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import type { TraceEvent } from '../../trace/event.ts';
import type { Finding } from '../../trace/verdict-line.ts';
import { complain, spelled } from '../output.ts';
import { toStart } from '../to-start.ts';
import { FirstEvents } from './first-events.ts';
import { bytesFor, keepRecord, unwritable } from './keep-record.ts';
import { RecordStream } from './record-stream.ts';
import type { RecordingOptions } from './recording.ts';
import { rolesInDemo } from './roles-in.ts';
import { verdictOfOneEnd } from './verdict-of-one-end.ts';

/**
 * The record that a server or a client keeps of its own end: a file of lines, or a picture of its
 * beginning.
 */
export class RecordOfOneEnd {
  readonly #file: string;
  readonly #options: RecordingOptions;
  readonly #first: FirstEvents;
  readonly #lines: RecordStream | undefined;
  /** Who is at the other end of the links in the picture. */
  readonly #peers = new Map<string, string>();

  constructor(file: string, options: RecordingOptions) {
    this.#file = file;
    this.#options = options;
    const hasLines = extname(file) === '.jsonl';
    this.#first = new FirstEvents(
      hasLines ? { onlyJudged: true } : { bytes: bytesFor(file) },
    );
    if (hasLines) this.#lines = new RecordStream(createWriteStream(file));
  }

  /** Whether it is a file of lines. */
  get hasLines(): boolean {
    return this.#lines !== undefined;
  }

  take(event: TraceEvent, peer: string): void {
    if (event.what === 'opened' && this.#first.part === undefined)
      this.#peers.set(event.link, peer);
    this.#first.take(event);
    this.#lines?.take(event);
  }

  /** Closes the record, and prints the verdict that one end alone can give. */
  async close(): Promise<void> {
    if (this.#lines === undefined) this.#draw();
    else await this.#lines.close().catch(unwritable(this.#file));
    const { ascii } = this.#options.chosen;
    complain(spelled(`${this.#verdict().line} · record: ${this.#file}`, ascii));
  }

  #draw(): void {
    const { demo, end, chosen } = this.#options;
    const { events, part: note } = this.#first;
    const [first, ...others] = new Set(this.#peers.values());
    keepRecord(this.#file, {
      events,
      mode: demo.mode,
      title: `demo:${demo.name}, as ${end} saw it`,
      lanes: first === undefined ? [end] : [first, end, ...others],
      peerOf: link => this.#peers.get(link),
      verdicts: [this.#verdict()],
      rolesOf: rolesInDemo(demo, chosen),
      ...(note && { note }),
    });
  }

  #verdict(): Finding {
    const { part } = this.#first;
    const { leftOut } = this.#lines ?? { leftOut: 0 };
    if (leftOut > 0)
      return undecided(
        `the disk was too slow for ${leftOut.toLocaleString('en')} events`,
      );
    return this.#lines === undefined || part === undefined
      ? verdictOfOneEnd(this.#options.demo.mode, this.#first)
      : undecided(`only ${toStart('verdict')} reads more than ${part}`);
  }
}

const undecided = (why: string): Finding => ({
  ok: true,
  line: `verdict: undecided: ${why}`,
});
