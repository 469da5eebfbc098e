import type { Clock } from '../../connection/clock.ts';
import type { Connection } from '../../connection/connection.ts';
import type { Queue } from '../../connection/queue.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Program } from '../../scene/world/program.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { Mode } from '../../trace/rules/index.ts';
import type { Site } from '../../transport/web/site.ts';
import type { Arrived } from '../../transport/web/websocket.ts';
import type { Options } from '../flags/option.ts';

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

/** A server's second door: a page, and WebSocket. */
export interface Web {
  /** For HTTP; the demo's own `port` is for lines over TCP. */
  readonly port: number;
  /** What a browser can get. `longest`: the longest message that the room takes, in bytes. */
  site(longest: number): Promise<Site>;
  /** Shows a run to pages that ask for it. Gives the observer for the server's end of each link. */
  watch(
    pages: AsyncIterable<Arrived>,
    clock: Clock,
  ): (wire: Wire) => Observe | undefined;
}

/** One of the suite's demos: a mode, as it is played, served and called. */
export interface Demo {
  /** `npm run demo:NAME`, and docs/NAME.md. */
  readonly name: string;
  /** In a few words, for `--help` and the tour. */
  readonly about: string;
  readonly mode: Mode;
  readonly port: number;
  readonly web?: Web;
  /** The folder of its scene files. */
  readonly scenes: URL;
  readonly program: Program;
  /** The server's own flags. */
  readonly serverOptions: Options;
  /** What the record calls a client that has no name. */
  readonly caller: string;
  /** The command that leaves at once, where the mode has commands: what a client's Ctrl-C says. */
  readonly quit?: string;
  /** Talks until the person or the server has no more to say. */
  client(connection: Connection, terminal: Terminal): Promise<void>;
}
