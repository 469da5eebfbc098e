import type { ServerPlace } from '../../check/place.ts';
import { otherwise } from '../../options/meant.ts';
import { readOptions } from '../../options/read.ts';
import { UsageError } from '../../options/usage-error.ts';
import type { Program } from '../../scene/world/program.ts';
import { endpoint } from '../../transport/tcp/endpoint.ts';
import { found, readPlace } from '../tap/address.ts';
import { toStart } from '../to-start.ts';
import { commandPlace } from './command-place.ts';
import { type CheckChosen, checkOptions } from './options.ts';
import { runningPlace } from './running-place.ts';
import type { Subject } from './subject.ts';

export const usage = `${toStart('check', 'MODE HOST:PORT [flags]')}, or ${toStart('check', 'MODE [flags] -- COMMAND...')}`;
const exampleOf = (mode: string, port: number): string =>
  `${toStart('check', `${mode} 127.0.0.1:${port}`)}, or ${toStart('check', `${mode} -- python3 server.py {port}`)}`;

/** Where the demo of websocket has the door that no demo of a mode has. */
const pagePort = 8001;

/** A command that takes all that it can be given. */
const anyCommand = ['{port}', '{flags}'];

/** The modes by their names. What one is, is loaded when it is wanted. */
export type Subjects = Readonly<Record<string, () => Promise<Subject>>>;

/** What a command line asks for. */
export interface CheckAsked {
  readonly mode: string;
  readonly subject: Subject;
  readonly chosen: CheckChosen;
  readonly place: ServerPlace;
  /** The mode's program, with the door of that place alone. */
  readonly program: Program;
}

/** Throws a UsageError. */
export async function readCommandLine(
  words: readonly string[],
  subjects: Subjects,
): Promise<CheckAsked> {
  const { ahead, command } = split(words);
  const names: string[] = [];
  const chosen = readOptions(ahead, checkOptions, { word: word => names.push(word) });
  const [mode = '', where, extra] = names;
  if (extra !== undefined) throw new UsageError(`unexpected word "${extra}": ${usage}`);
  const subject = await subjectOf(mode, subjects);
  // A list needs no server: it is of the scenes that a command could be checked by.
  const listed = chosen.list && where === undefined ? anyCommand : undefined;
  const { place, program } = placeOf({ ...subject, mode }, where, command ?? listed);
  return { mode, subject, chosen, place, program };
}

/** Splits the words into those before the first `--`, and the command after it. */
export function split(words: readonly string[]) {
  const at = words.indexOf('--');
  if (at < 0) return { ahead: words, command: undefined };
  return { ahead: words.slice(0, at), command: words.slice(at + 1) };
}

async function subjectOf(mode: string, subjects: Subjects): Promise<Subject> {
  const load = subjects[mode];
  if (load !== undefined) return await load();
  if (mode === '') throw new UsageError(`expected ${usage}`);
  throw new UsageError(`no mode "${mode}": ${otherwise(mode, Object.keys(subjects))}`);
}

function placeOf(
  { mode, demo, door, at }: Subject & { readonly mode: string },
  where: string | undefined,
  command: readonly string[] | undefined,
): Pick<CheckAsked, 'place' | 'program'> {
  const example = exampleOf(mode, demo.doors[door] ?? pagePort);
  const program: Program = { ...demo, doors: { [door]: 0 } };
  if (command !== undefined) {
    if (where !== undefined)
      throw new UsageError(`"${where}" and a command: leave out one, ${example}`);
    if (!command.some(word => word.includes('{port}')))
      throw new UsageError(
        `expected {port} in the command, where its port belongs: ${example}`,
      );
    return { place: commandPlace(command, door, at), program };
  }
  if (where?.includes('/')) {
    const place = runningPlace(where, { socket: where });
    return { place, program: { ...demo, doors: { unix: 0 } } };
  }
  const address = readPlace(where ?? '', 1);
  if (address === undefined)
    throw new UsageError(`expected HOST:PORT, ${found(where ?? '')}: ${example}`);
  const name = endpoint(address.host, address.port);
  return { place: runningPlace(name, { ...at, ...address }), program };
}
