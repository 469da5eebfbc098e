import type { Clock } from '../../connection/clock.ts';
import { clientLimit } from '../../connection/codecs.ts';
import { Connection } from '../../connection/connection.ts';
import type { Wire } from '../../connection/wire.ts';
import { mainDoor } from '../../scene/world/program.ts';
import type { Observe } from '../../trace/recorder.ts';
import { RunError } from '../flags/failure.ts';
import { type ClientChosen, mainPort } from '../flags/options.ts';
import { TurnPrompt } from '../line/turn-prompt.ts';
import type { Typing } from '../line/typing.ts';
import { tinted } from '../output.ts';
import type { Demo } from './demo.ts';
import { ServiceNotes } from './service-notes.ts';
import { framingOf, reached, slowness, spoiling } from './wiring.ts';

/** How long after its own FIN a client waits for the server's, in milliseconds. */
const lastWait = 10_000;
/** The same after Ctrl-C, in milliseconds. */
const hurriedWait = 1_000;

const forPages =
  'serves the web page: open it in a browser, or choose the port for lines with --port';
const stillNothing =
  'no answer yet: a person may be writing it, or --framing may be wrong. Ctrl-C leaves';
const forgotten = 'is silent, or no longer knows us: join again';

export interface TalkOptions {
  readonly demo: Demo;
  readonly chosen: ClientChosen;
  readonly wire: Wire;
  readonly observer?: Observe | undefined;
  readonly clock: Clock;
  /** Opens the terminal: a person's commands go to `command`. */
  readonly typing: (command: (line: string) => boolean) => Typing;
  /** Whether a person types. */
  readonly person: boolean;
  /** Settles with Ctrl-C. */
  readonly interrupted: Promise<void>;
}

/** One client's talk with its server: the lines of a terminal, a connection, and how both came to their end. */
export class ClientTalk {
  readonly #options: TalkOptions;
  readonly #typing: Typing;
  readonly #turns = new TurnPrompt(() => this.#typing);
  readonly #account: ServiceNotes;
  readonly #connection: Connection;
  readonly #patience: number;
  #first: string | undefined;
  #interrupted = false;
  #dropping = false;
  /** Cancels the reminder that no answer has arrived. */
  #stopWaiting = () => {};
  /** The number of lines that were still unsent when the server ended. */
  #unsaid = 0;

  constructor(options: TalkOptions) {
    const { demo, chosen, wire, observer, clock, typing } = options;
    const door = mainDoor(demo);
    this.#options = options;
    this.#patience = lastWait + slowness(chosen);
    this.#typing = typing(line => this.#command(line));
    this.#account = new ServiceNotes({
      demo,
      chosen,
      address: wire.address,
      warn: line => this.#typing.warn(line),
    });
    this.#connection = new Connection({
      wire: spoiling(door, chosen)(wire),
      codec: (door.codec ?? framingOf(chosen))(clientLimit),
      clock,
      role: 'caller',
      observe: observation => {
        observer?.(observation);
        this.#account.observe(observation);
        if (this.#account.hopeless) this.#drop();
      },
      aside: line => this.#screen(line),
      unread: error => this.#account.unread(error),
    });
  }

  print(line: string): void {
    this.#typing.print(line);
  }

  /** Settles when both ends have ended, or when the server takes too long to end. */
  async run(): Promise<void> {
    const { demo, chosen, wire, clock, person, interrupted } = this.#options;
    const { lines: typed } = this.#typing;
    if (this.#typing.person)
      this.print(`${reached(mainDoor(demo), wire)}   Ctrl-D = leave`);
    void this.#connection.heardLast.then(() => {
      this.#unsaid = typed.size;
    });
    void interrupted.then(() => {
      this.#interrupted = true;
      this.#hangUp();
    });
    await demo.client(this.#connection, {
      typed,
      screen: line => this.#screen(line),
      name: chosen.name,
      person,
      turn: mine => this.#turn(mine),
      clock,
      patience: this.#patience,
      fail: why => this.#fail(why),
    });
    await this.#closed();
    this.#turns.is(undefined);
    // A room says goodbye. If the server says nothing, the person must still see that Ctrl-D worked.
    if (demo.mode === 'half-duplex' && person && this.#account.leftInSilence)
      this.print('left');
    this.#typing.close();
  }

  #closed(): Promise<void> {
    return new Promise(resolve => {
      this.#options.clock.after(this.#patience, resolve);
      void this.#connection.closed.then(resolve);
    });
  }

  /** Returns whether everything was sent. Throws a RunError that says why the client was not served. */
  outcome(): boolean {
    const { demo, wire } = this.#options;
    const { address } = wire;
    if (this.#onThePage)
      throw new RunError(`${address} ${forPages} (default: ${mainPort(demo)})`);
    const failure = this.#interrupted ? undefined : this.#reason();
    if (failure !== undefined) throw new RunError(failure);
    return this.#typing.unsent === 0;
  }

  #reason(): string | undefined {
    const { demo, chosen, wire, person } = this.#options;
    const joins = mainDoor(demo).faults === 'datagrams';
    if (joins && this.#connection.ending === 'reset')
      return `${wire.address} ${forgotten}`;
    // If the very first line is a refusal, the room did not accept the name.
    if (joins && this.#first?.startsWith('! '))
      return `not let in as "${chosen.name ?? demo.caller}": give another name with --name`;
    return this.#account.failure({ person, unsaid: this.#unsaid });
  }

  #screen(line: string): void {
    const isFirst = this.#first === undefined;
    this.#first ??= line;
    if (!this.#onThePage) this.print(tinted(line));
    else if (isFirst) this.#hangUp();
  }

  get #onThePage(): boolean {
    const { page } = this.#options.demo;
    return page !== undefined && /^HTTP\/1\.\d \d/.test(this.#first ?? '');
  }

  /** Sends a command immediately: it needs no turn. Returns whether the line is dealt with. */
  #command(line: string): boolean {
    if (this.#account.asked) return false;
    if (this.#options.demo.said(line) !== 'control') return this.#turns.typed(line);
    if (!this.#turns.exist) return false;
    // Lines that were typed before it, in the same paste, are sent before it.
    setImmediate(() => void this.#connection.send(line, 'control'));
    return true;
  }

  #fail(why: string): false {
    this.#account.fail(why);
    this.#drop();
    return false;
  }

  /** Handles Ctrl-C: sends nothing more, and does not wait for an answer that may take long. */
  #hangUp(): void {
    const { quit } = this.#options.demo;
    if (quit !== undefined) this.#connection.trySend(quit, 'control');
    this.#drop();
  }

  #drop(): void {
    if (this.#dropping) return;
    this.#dropping = true;
    this.#connection.end();
    this.#typing.lines.close();
    this.#options.clock.after(hurriedWait, () => this.#connection.destroy());
  }

  /** Shows whose turn it is. */
  #turn(mine: boolean): void {
    this.#turns.is(mine);
    this.#stopWaiting();
    if (mine || this.#account.understood) return;
    this.#stopWaiting = this.#options.clock.after(this.#patience, () =>
      this.#typing.warn(stillNothing),
    );
  }
}
