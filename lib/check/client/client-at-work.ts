import { realClock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import { Latest } from '../../scene/play/latest.ts';
import { patience } from '../waits.ts';
import { hints } from './hints.ts';
import { ClientProblem } from './problem.ts';
import { ServerEnd } from './server-end.ts';

/** How long a client may take to connect, in milliseconds: some need a compiler first. */
const startTime = 20_000;
/** How long something may still come that should not come, in milliseconds. */
const grace = 300;
/** As much of the client's screen as is kept, in characters. */
const mostOutput = 65_536;

/** What a client has besides its link. */
export interface ClientProcess {
  type(line: string): void;
  endInput(): void;
  /** How it ended, if it has. */
  readonly ended: string | undefined;
}

/** A learner's client while a script is played: its keyboard, its screen, and its server. */
export class ClientAtWork {
  /** What was done and what came, in lines for people. */
  readonly story: string[] = [];
  readonly #process: ClientProcess;
  readonly #patience: number;
  readonly #latest = new Latest();
  #screen = '';
  #server: ServerEnd | undefined;
  /** Whether it has connected again, which nobody expects of it. */
  #again = false;

  constructor(process: ClientProcess, most = patience) {
    this.#process = process;
    this.#patience = most;
  }

  /** The client has connected. */
  accept(wire: Wire): void {
    if (this.#server === undefined)
      this.#server = new ServerEnd(wire, () => this.#latest.happened());
    else {
      this.#again = true;
      wire.destroy();
    }
    this.#latest.happened();
  }

  /** The client has printed this. Nothing, when it has ended. */
  print(text: string): void {
    this.#screen = `${this.#screen}${text}`.slice(-mostOutput);
    this.#latest.happened();
  }

  /** Everything that the client has sent. */
  get bytes(): Uint8Array {
    return this.#server?.bytes ?? new Uint8Array();
  }

  drop(): void {
    this.#server?.drop();
  }

  async connects(): Promise<void> {
    const come = () => this.#server !== undefined || this.#process.ended !== undefined;
    await this.#until(come, startTime);
    const came = this.#instead('nothing', startTime);
    if (this.#server === undefined)
      throw new ClientProblem('the client to connect', came, hints.connect);
    this.story.push('the client connects');
  }

  type(...lines: string[]): void {
    for (const line of lines) {
      this.#process.type(line);
      this.story.push(`typed: ${line}`);
    }
  }

  endInput(): void {
    this.#process.endInput();
    this.story.push('typed: the end of the input');
  }

  /** The server says a line. */
  hear(line: string): void {
    this.#end.say(line);
    this.story.push(`the server says: ${line}`);
  }

  /** The server says no more. */
  hearEnd(): void {
    this.#end.end();
    this.story.push('the server ends: FIN');
  }

  /** The client sends that line, and nothing else before it. */
  async says(text: string): Promise<void> {
    const end = this.#end;
    await this.#until(() => end.hasLine || end.ending !== undefined);
    const expected = `the client to send "${text}"`;
    const line = end.line();
    if (line === undefined && end.rest !== '')
      throw new ClientProblem(
        expected,
        `"${end.rest}" came without LF`,
        hints.withoutEnd,
      );
    if (line === undefined) throw new ClientProblem(expected, this.#instead('nothing'));
    if (line !== text) throw new ClientProblem(expected, `"${line}" came`);
    this.story.push(`the client says: ${line}`);
  }

  async saysNothing(ms = grace): Promise<void> {
    const expected = 'the client to send nothing yet';
    await this.#isSilent(expected, ms);
    if (this.#end.ending === 'RST')
      throw new ClientProblem(expected, this.#instead('nothing'));
  }

  /** After its end, a client can send nothing any more. */
  async #isSilent(expected: string, ms: number, hint?: string): Promise<void> {
    const end = this.#end;
    await this.#until(() => end.rest !== '' || end.ending !== undefined, ms);
    if (end.rest !== '')
      throw new ClientProblem(expected, `"${end.rest.trimEnd()}" came`, hint);
  }

  async shows(text: string): Promise<void> {
    const come = () => this.#screen.includes(text);
    await this.#until(() => come() || this.#process.ended !== undefined);
    // The news of its end may come before its last words.
    await this.#until(come, grace);
    if (!come())
      throw new ClientProblem(
        `the client to show "${text}"`,
        this.#instead('nothing like it'),
      );
    this.story.push(`the client shows: ${text}`);
  }

  /** The client sends FIN and nothing more; or `bye`, where there is a command to end. */
  async finishes(bye?: string): Promise<void> {
    const end = this.#end;
    await this.#until(() => end.hasLine || end.ending !== undefined);
    const more = end.line() ?? end.rest;
    const expected = `the client to send ${bye === undefined ? '' : `"${bye}" or `}FIN`;
    if (bye !== undefined && more === bye) {
      this.story.push(`the client says: ${bye}`);
      this.hear('* Goodbye');
      const noMore = `the client to send nothing after "${bye}"`;
      return this.#isSilent(noMore, grace, hints.afterBye);
    }
    if (more !== '') throw new ClientProblem(expected, `"${more}" came`);
    if (end.ending !== 'FIN')
      throw new ClientProblem(expected, this.#instead('nothing'));
    this.story.push('the client ends: FIN');
  }

  /** The client's process ends. */
  async leaves(): Promise<void> {
    await this.#until(() => this.#process.ended !== undefined);
    if (this.#process.ended === undefined)
      throw new ClientProblem('the client to end', 'it still runs', hints.stillRuns);
    this.story.push(`the client has ended: ${this.#process.ended}`);
  }

  /** What is known where something did not come. */
  #instead(nothing: string, ms = this.#patience): string {
    const { ended } = this.#process;
    if (this.#server?.ending === 'RST') return 'the connection was reset';
    if (ended !== undefined) return `the client has ended (${ended})`;
    if (this.#server?.ending === 'FIN') return 'FIN came';
    return `${nothing} came within ${ms / 1_000} s`;
  }

  get #end(): ServerEnd {
    if (this.#server === undefined)
      throw new Error('expected a client that has connected');
    return this.#server;
  }

  /** Waits for at most `ms`. */
  async #until(come: () => boolean, ms = this.#patience): Promise<void> {
    const deadline = realClock.now() + ms;
    for (let left = ms; left > 0 && !come(); left = deadline - realClock.now())
      await this.#latest.next(left);
    if (this.#again)
      throw new ClientProblem(
        'the client to connect once',
        'it connected again',
        hints.oneLink,
      );
  }
}
