import type { Wire } from '../../../lib/connection/wire.ts';
import { shown } from '../../../lib/tap/shown.ts';
import type { Kind } from '../../../lib/trace/event.ts';
import type { Observe } from '../../../lib/trace/recorder.ts';
import { Ear, nothing, within } from './ear.ts';

export const theEnd = '(the end)';
export const aReset = '(a reset)';

/** Bytes of one write. */
const mostShown = 256;

/** As our rooms write them. */
function kindOf(line: string): Kind {
  if (line.startsWith('! ')) return 'refusal';
  return line.startsWith('* ') ? 'notice' : 'message';
}

const isOver = (heard: readonly string[]): boolean =>
  [theEnd, aReset, nothing].includes(heard.at(-1) ?? '');

/**
 * The other end of a connection of the program: it does what the check says. It records what it writes, and
 * what it hears when the check asks for it, so the record is the same in every run.
 */
export class Player {
  readonly name: string;
  /** What it wrote, less what is too long to be shown. */
  readonly wrote: Uint8Array[] = [];
  readonly #wire: Wire;
  readonly #observe: Observe;
  readonly #patience: number;
  readonly #ear: Ear;
  #taken = () => {};

  constructor(name: string, wire: Wire, observe: Observe, patience: number) {
    this.name = name;
    this.#wire = wire;
    this.#observe = observe;
    this.#patience = patience;
    this.#ear = new Ear(patience);
    wire.start({
      chunk: bytes => this.#ear.take(bytes),
      drained: () => this.#taken(),
      ended: () => this.#ear.close(theEnd),
      reset: () => this.#ear.close(aReset),
      closed: () => this.#taken(),
    });
  }

  /** A whole line. */
  says(text: string): void {
    this.#put(Buffer.from(`${text}\n`), text);
  }

  /** These bytes, in one write. `label`: what the picture shows in place of the bytes. */
  writes(data: string | Uint8Array, label?: string): void {
    const bytes = Buffer.from(data);
    this.#put(bytes, label ?? shown(bytes));
  }

  /** More of the same: not in the record. */
  goesOn(data: string): void {
    this.#wire.write(Buffer.from(data));
  }

  /** Whether the network takes all that was written before the deadline. */
  async isTaken(): Promise<boolean> {
    if (this.#wire.waiting === 0) return true;
    const taken = new Promise<boolean>(resolve => {
      this.#taken = () => resolve(this.#wire.waiting === 0);
    });
    return await within(this.#patience, taken, false);
  }

  /** The next line, or how the stream ended, or that nothing came. */
  async hears(): Promise<string> {
    const heard = await this.#ear.next();
    this.#note(heard);
    return heard;
  }

  #note(heard: string): void {
    if (heard === theEnd) this.#observe({ what: 'ended', by: 'peer' });
    else if (heard === aReset) this.#observe({ what: 'reset', by: 'peer' });
    else if (heard !== nothing)
      this.#observe({ what: 'received', by: 'peer', kind: kindOf(heard), text: heard });
  }

  /** The next few lines, up to the first that does not come. */
  async hearsLines(count: number): Promise<string[]> {
    const heard: string[] = [];
    while (heard.length < count && !isOver(heard)) heard.push(await this.hears());
    return heard;
  }

  /** Says each, and hears the next line after it, up to the first that does not come. */
  async asks(questions: readonly string[]): Promise<string[]> {
    const heard: string[] = [];
    for (const question of questions) {
      if (isOver(heard)) break;
      this.says(question);
      heard.push(await this.hears());
    }
    return heard;
  }

  /** Whether a line comes after this. */
  isAnswered(question: string): Promise<boolean> {
    this.says(question);
    return this.hearsALine();
  }

  /** Whether a line comes. How a connection ends whose program crashed is not in the record. */
  async hearsALine(): Promise<boolean> {
    const heard = await this.#ear.next();
    if (isOver([heard])) return false;
    this.#note(heard);
    return true;
  }

  /** The first line that looks like this, or what came in place of it. Only that is in the record. */
  async hearsAtLast(like: RegExp): Promise<string> {
    const heard = await this.reaches(like);
    this.#note(heard);
    return heard;
  }

  /** The same, and nothing of it is in the record. */
  async reaches(like: RegExp): Promise<string> {
    let heard: string;
    do heard = await this.#ear.next();
    while (!like.test(heard) && !isOver([heard]));
    return heard;
  }

  /** All lines up to the end. If that is a reset, only that: what came before it may be lost, or not. */
  async hearsAll(): Promise<string[]> {
    const heard: string[] = [];
    while (!isOver(heard)) heard.push(await this.#ear.next());
    const known = heard.at(-1) === aReset ? [aReset] : heard;
    for (const line of known) this.#note(line);
    return known;
  }

  /** Has no more to say (FIN), and still listens. */
  ends(): void {
    this.#observe({ what: 'ended', by: 'self' });
    this.#wire.end();
  }

  /** Drops the connection (RST). */
  vanishes(): void {
    this.#observe({ what: 'reset', by: 'self' });
    this.#wire.destroy();
  }

  stalls(): void {
    this.#wire.pause();
  }

  resumes(): void {
    this.#wire.resume();
  }

  /** Nothing of that is in the record. */
  leaves(): void {
    this.#wire.destroy();
  }

  #put(bytes: Uint8Array, text: string): void {
    if (bytes.length <= mostShown) this.wrote.push(bytes);
    this.#observe({
      what: 'sent',
      by: 'self',
      kind: 'message',
      text,
      size: bytes.length,
    });
    this.#wire.write(bytes);
  }
}
