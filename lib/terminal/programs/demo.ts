import type { Clock } from '../../connection/clock.ts';
import type { Connection } from '../../connection/connection.ts';
import type { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Options } from '../../options/option.ts';
import type { Program } from '../../scene/world/program.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { Mode } from '../../trace/rules/index.ts';
import type { Site } from '../../transport/web/site.ts';
import type { Arrived } from '../../transport/web/websocket.ts';

/** What a client program has besides its connection. */
export interface Terminal {
  /** The lines that the person types, or that are piped in. It closes at their end. */
  readonly typed: Queue<string>;
  screen(line: string): void;
  /** The name that was given on the command line. */
  readonly name?: string | undefined;
  /** Whether a person types: a person can be asked again. */
  readonly person: boolean;
  /** Shows the person whose turn it is. */
  turn(mine: boolean): void;
  readonly clock: Clock;
  /** How long a server may take if it need not wait for a person, in milliseconds. */
  readonly patience: number;
  /** Ends the client with exit code 1. `why` says what it could not do. */
  fail(why: string): false;
}

/** A web page for the room, at a second door of the server. */
export interface Web {
  /** Returns the files for a browser. `longest`: the longest message that the room accepts, in bytes. */
  site(longest: number): Promise<Site>;
  /** Shows a run to pages that ask for it. Returns the observer for the server's end of each link. */
  watch(
    pages: AsyncIterable<Arrived>,
    clock: Clock,
  ): (wire: Wire) => Observe | undefined;
}

/** Where a demo has a page, and how its server loads it. */
export interface DemoPage {
  /**
   * The flag that says at which port the page is. `port`: there always is a page, and `--tcp-port` is for
   * lines. `pagePort`: there is a page only if the flag is given.
   */
  readonly at: 'port' | 'pagePort';
  load(): Promise<Web>;
}

/** A demo of one mode: its scenes, its server and its client. */
export interface Demo<O extends Options = Options> extends Program<O> {
  /** `npm run demo:NAME`, docs/NAME.md, and the scenes in demos/NAME/scenes. */
  readonly name: string;
  /** The subject in a few words, for `--help`. */
  readonly about: string;
  readonly mode: Mode;
  readonly page?: DemoPage;
  /** The name of a nameless client in the record. */
  readonly caller: string;
  /** The command that leaves immediately, if the mode has commands. Ctrl-C at a client sends it. */
  readonly quit?: string;
  /** Talks until the person or the server has no more to say. */
  client(connection: Connection, terminal: Terminal): Promise<void>;
}

/** A demo, whose `serve` gets the values of its own options. */
export const demo = <O extends Options>(one: Demo<O>): Demo<O> => one;
