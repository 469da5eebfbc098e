import type { Clock } from '../../connection/clock.ts';
import type { Connection } from '../../connection/connection.ts';
import type { Queue } from '../../connection/queue.ts';
import type { Kind } from '../../trace/event.ts';
import type { Door } from './doors.ts';

/** What a server has besides its connections: its screen, its keyboard, its time, its flags. */
export interface Stage {
  screen(line: string): void;
  readonly keyboard: Queue<string>;
  /** Shows the person at the keyboard whose turn it is. In a scene nobody is at the keyboard. */
  turn?(mine?: boolean): void;
  readonly clock: Clock;
  /** By name, without the dashes; a flag without a value has the empty text. */
  readonly flags: ReadonlyMap<string, string>;
}

/** A mode's server, as a scene and a terminal run it. */
export interface Program {
  /** What the record calls its end: receiver, station. */
  readonly server: string;
  /** The ways into it (default: TCP alone). */
  readonly doors?: readonly Door[];
  /** Loops over the connections as they come; returns when no more will. */
  serve(connections: AsyncIterable<Connection>, stage: Stage): Promise<void>;
  /** What a client's line is: a message, or a command. */
  said(line: string): Kind;
  /** What a line from the server is. */
  heard(line: string): Kind;
  /** The first line of a client is its name, and the server asks for it like this. */
  readonly asksName?: string;
  /** What the server says when it stops, and to one caller too many. A mode that cannot speak has none. */
  readonly goodbye?: string;
  readonly full?: string;
  /** The server passes on what it hears: a message that reaches it has not reached a person yet. */
  readonly relays?: boolean;
  /** Its messages go by datagrams. */
  readonly byDatagram?: boolean;
  /** The defaults of its server's flags that differ from those of other servers. */
  readonly defaults?: Readonly<Record<string, string>>;
}
