import type { Clock } from '../../connection/clock.ts';
import type { Connection } from '../../connection/connection.ts';
import type { Queue } from '../../connection/queue.ts';
import type { Options, Values } from '../../options/option.ts';
import type { Kind } from '../../trace/event.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { Door } from '../../transport/door.ts';
import { type DoorName, doorCalled, doorsInPlaceOf } from '../../transport/doors.ts';
import type { ObserverOf } from '../play/opposite.ts';

/** What a server has besides its connections: its screen, its keyboard, its time, its flags. */
export interface Stage<Flags = Values> {
  screen(line: string): void;
  readonly keyboard: Queue<string>;
  /** Shows who has come, and who has left, by name. In a scene nobody needs to be told. */
  presence?(notice: string): void;
  /** Shows the person at the keyboard whose turn it is. In a scene nobody is at the keyboard. */
  turn?(mine?: boolean): void;
  readonly clock: Clock;
  /** Opens the record of a link that the server itself has to another. A scene has a record of its own. */
  record?(link: string, peer: string): Observe | undefined;
  readonly flags: Flags & Limits;
}

/** The limits that every server gets. */
export type Limits = { readonly maxMessage: number };

/** One node of a server that is several nodes, and who connects there. */
export interface Post {
  readonly node: string;
  readonly connections: AsyncIterable<Connection>;
}

/** All nodes of a server, as a scene runs them in one process. */
export interface Nodes {
  /** Settles when all have ended. */
  readonly served: Promise<void>;
  /** Keeps a node away from the others, or lets it back. */
  cutOff(node: string, is: boolean): void;
  /** Does what the end of a node's process does, except to its connections. */
  die(node: string): void;
}

/** A server that is several nodes, each with doors of its own. */
export interface Together<O extends Options = Options> {
  /** Their names. The first is the default. */
  readonly nodes: readonly string[];
  /** The nodes and what stands between them, in the order of the lanes of a picture. */
  lanes(flags: readonly string[]): readonly string[];
  /** `observer` records what the nodes tell each other. */
  serve(
    posts: readonly Post[],
    stage: Stage<Values<O>>,
    observer: ObserverOf,
  ): Promise<Nodes>;
}

/** A mode's server, as a scene and a terminal run it. */
export interface Program<O extends Options = Options> {
  /** What the record calls its end: receiver, station. */
  readonly server: string;
  /** The ways into it, each with its default port. The first is the default. */
  readonly doors: Doors;
  /** Its own flags. */
  readonly options: O;
  /** Loops over the connections as they arrive; returns when no more will arrive. */
  serve(connections: AsyncIterable<Connection>, stage: Stage<Values<O>>): Promise<void>;
  /** The names of those of its own flags that may also be given when scenes are played. */
  readonly alsoInScenes?: readonly (keyof O & string)[];
  /** How a scene runs it, if it is several nodes. */
  readonly together?: Together<O>;
  /** Returns what a client's line is: a message, or a command. */
  said(line: string): Kind;
  /** Returns what a line from the server is. */
  heard(line: string): Kind;
  /** The server's question for a name, if a client's first line is its name. */
  readonly asksName?: string;
  /** What the server says when it stops. A server that cannot speak has none. */
  readonly goodbye?: string;
  readonly full?: string;
  /** Whether the server passes on what it hears: a message that reaches it has not reached a person yet. */
  readonly relays?: boolean;
}

/** The nodes of a server; one without a name, if it is one server. */
export const nodesOf = ({ together }: Pick<Program, 'together'>): readonly string[] =>
  together?.nodes ?? [''];

/** The node of that name, or the first. Throws if the server does not have it. */
export function nodeOf(
  program: Pick<Program, 'together' | 'server'>,
  name?: string,
): string {
  const nodes = nodesOf(program);
  const node = name ?? nodes[0];
  if (node !== undefined && nodes.includes(node)) return node;
  const known = program.together ? `nodes ${nodes.join(', ')}` : 'no nodes';
  throw new Error(`expected a node: the ${program.server} has ${known}`);
}

export type Doors = Readonly<Partial<Record<DoorName, number>>>;

type Doored = { readonly doors: Doors };

export const doorNames = ({ doors }: Doored): DoorName[] =>
  Object.keys(doors) as DoorName[];

/** The default door. */
export function mainDoor(program: Doored): Door {
  const [first = 'tcp'] = doorNames(program);
  return doorCalled(first);
}

/** Returns the program with those of the `wanted` doors that may replace its first door. */
export function withDoors(program: Program, wanted: readonly DoorName[]): Program {
  const others = doorsInPlaceOf(mainDoor(program)).map(({ name }) => name);
  const more = wanted.filter(door => others.includes(door)).map(door => [door, 0]);
  return { ...program, doors: { ...program.doors, ...Object.fromEntries(more) } };
}

/** The door of that name, or the first. Throws if the server does not have it. */
export function doorOf(program: Pick<Program, 'doors' | 'server'>, name?: DoorName) {
  const names = doorNames(program);
  const door = name ?? names[0];
  if (door !== undefined && names.includes(door)) return door;
  throw new Error(
    `expected a door that the ${program.server} has (${names.join(', ')}), found "${door}"`,
  );
}

/** A program's own flags come first, and one of them may take the place of its door's. */
export const ownFirst = (own: Options, more: Options): Options => ({
  ...own,
  ...more,
  ...own,
});

/** The flags of a server in a scene: all except its address. */
export const flagsInScenes = ({
  doors,
  options,
}: Pick<Program, 'doors' | 'options'>): Options => {
  const { host, port, ...limits } = mainDoor({ doors }).server(0);
  return ownFirst(options, limits);
};
