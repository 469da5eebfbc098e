import { parseArgs } from 'node:util';
import { misfit } from '../../transport/faults/faults.ts';
import { addressForms, readAddress } from '../../transport/tcp/endpoint.ts';
import { UsageError } from './failure.ts';
import { otherwise } from './meant.ts';
import type { Option, Options } from './option.ts';

/** The flags that were given or have a default, by name. A switch that is on has the empty text. */
export type Flags = ReadonlyMap<string, string>;

/** Reads a command's flags. Throws a UsageError that names the value, what is allowed, and the way out. */
export function readArguments(args: readonly string[], options: Options): Flags {
  const { tokens } = parseArgs({
    args: joinValues(args, options),
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const flags = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') throw unexpected(token.value);
    if (token.kind === 'option-terminator') continue;
    flags.set(token.name, check(token.rawName, token.value, known(options, token)));
  }
  splitHost(flags, options);
  for (const [name, option] of Object.entries(options)) {
    if (option.needs !== undefined && flags.has(name) && !flags.has(option.needs))
      throw new UsageError(`--${name} needs --${option.needs} beside it`);
    if (option.default !== undefined && !flags.has(name))
      flags.set(name, option.default);
  }
  return flags;
}

/** `--host 127.0.0.1:9004`, as a server prints its address, is `--host 127.0.0.1 --port 9004`. */
function splitHost(flags: Map<string, string>, { port: option }: Options): void {
  const found = flags.get('host');
  if (found === undefined) return;
  const address = readAddress(found);
  if (address === undefined)
    throw new UsageError(`--host must be ${addressForms}, found "${found}"`);
  flags.set('host', address.host);
  if (address.port === undefined || option === undefined) return;
  const port = check('the port of --host', address.port, option);
  const other = flags.get('port');
  if (other !== undefined && Number(other) !== Number(port))
    throw new UsageError(
      `--host names port ${port}, --port names ${other}: leave out one`,
    );
  flags.set('port', port);
}

/** `--port -1` is `--port=-1`: a value may begin with a dash. */
function joinValues(args: readonly string[], options: Options): string[] {
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string;
    const option = word.startsWith('--') ? options[word.slice(2)] : undefined;
    const next = args[at + 1];
    if (option?.value === undefined || next === undefined) joined.push(word);
    else {
      joined.push(`${word}=${next}`);
      at++;
    }
  }
  return joined;
}

function known(options: Options, token: { name: string; rawName: string }): Option {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (option && token.rawName.startsWith('--')) return option;
  const kind = 'loss' in options ? 'datagrams' : 'stream';
  const why = misfit([token.name], kind);
  if (why !== undefined) throw new UsageError(`no ${token.rawName} here: ${why}`);
  const names = Object.keys(options).map(name => `--${name}`);
  throw new UsageError(
    `unknown flag ${token.rawName}: ${otherwise(token.rawName, names)}`,
  );
}

function check(flag: string, value: string | undefined, option: Option): string {
  if (option.value === undefined) {
    if (value === undefined) return '';
    throw new UsageError(`${flag} takes no value, found "${value}"`);
  }
  if (value === undefined || value === '') {
    throw new UsageError(`${flag} needs a value: ${flag} ${allowed(option)}`);
  }
  if (option.oneOf && !option.oneOf.includes(value)) throw wrong(flag, value, option);
  if (option.range && !within(value, option.range)) throw wrong(flag, value, option);
  return value;
}

const within = (value: string, [least, most]: readonly [number, number]): boolean =>
  /^\d{1,10}$/.test(value) && Number(value) >= least && Number(value) <= most;

const wrong = (flag: string, value: string, option: Option) =>
  new UsageError(`${flag} must be ${allowed(option)}, found "${value}"`);

function allowed({ value = '', oneOf, range }: Option): string {
  if (oneOf) return oneOf.join(' or ');
  return range ? `a whole number from ${range[0]} to ${range[1]}` : value;
}

const unexpected = (word: string) =>
  new UsageError(`unexpected word "${word}": see --help`);
