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
  /** How long a server may take that need not wait for a person, in milliseconds. */
  readonly patience: number;
  /** Ends the client with exit code 1. `why` says what it could not do. */
  fail(why: string): false;
}

/** What a server's second door shows beside the room: a page. */
export interface Web {
  /** What a browser can get. `longest`: the longest message that the room takes, in bytes. */
  site(longest: number): Promise<Site>;
  /** Shows a run to pages that ask for it. Gives the observer for the server's end of each link. */
  watch(
    pages: AsyncIterable<Arrived>,
    clock: Clock,
  ): (wire: Wire) => Observe | undefined;
}

/** One of the suite's demos: a mode, as it is played, served and called. */
export interface Demo<O extends Options = Options> extends Program<O> {
  /** `npm run demo:NAME`, docs/NAME.md, and the scenes in demos/NAME/scenes. */
  readonly name: string;
  /** In a few words, for `--help`. */
  readonly about: string;
  readonly mode: Mode;
  readonly web?: Web;
  /** What the record calls a client that has no name. */
  readonly caller: string;
  /** The command that leaves at once, where the mode has commands: what a client's Ctrl-C says. */
  readonly quit?: string;
  /** Talks until the person or the server has no more to say. */
  client(connection: Connection, terminal: Terminal): Promise<void>;
}

/** A demo, whose `serve` gets the values of its own options. */
export const demo = <O extends Options>(one: Demo<O>): Demo<O> => one;
