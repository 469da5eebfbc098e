import { parseArgs } from 'node:util';
import { otherwise } from './meant.ts';
import {
  defaultsOf,
  flagOf,
  type Option,
  type Options,
  type Values,
} from './option.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads flags, of a command line or of a scene's `server:`. Throws a UsageError that names the value, what is
 * allowed, and the way out.
 */
export function readOptions<O extends Options>(
  words: readonly string[],
  options: O,
  { elsewhere = () => undefined, word = unexpected }: Reading = {},
): Values<O> {
  const given = new Given(options);
  for (const token of tokensOf(words, options)) {
    if (token.kind === 'positional') word(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value } = token;
    given.take(rawName, value, nameOf(rawName, options, elsewhere));
  }
  return given.values() as Values<O>;
}

interface Reading {
  /** Returns why a flag of another command does not work here, if that is known. */
  readonly elsewhere?: (name: string) => string | undefined;
  /** Receives words that are not flags. Without it such a word is an error. */
  readonly word?: (word: string) => void;
}

function unexpected(word: string): never {
  throw new UsageError(`unexpected word "${word}": see --help`);
}

/** The flags that were given. */
class Given {
  readonly #options: Options;
  readonly #values = new Map<string, unknown>();
  /** Values that flags imply for other flags. */
  readonly #also = new Map<string, Readonly<Record<string, string | undefined>>>();

  constructor(options: Options) {
    this.#options = options;
  }

  take(flag: string, text: string | undefined, name: string): void {
    const option = this.#options[name] as Option;
    this.#values.set(name, valueFor(flag, text, option));
    if (option.also) this.#also.set(flag, option.also(text ?? ''));
  }

  values(): Values {
    for (const [flag, said] of this.#also) this.#say(flag, said);
    for (const name of this.#values.keys()) {
      this.#checkNeeds(name);
      this.#checkExcludes(name);
    }
    return { ...defaultsOf(this.#options), ...Object.fromEntries(this.#values) };
  }

  #say(flag: string, said: Readonly<Record<string, string | undefined>>): void {
    for (const [name, text] of Object.entries(said)) {
      const option = this.#options[name];
      if (option === undefined || text === undefined) continue;
      const value = valueFor(`the ${name} of ${flag}`, text, option);
      const other = this.#values.get(name) ?? value;
      if (other !== value)
        throw new UsageError(
          `${flag} names ${name} ${value}, ${flagOf(name)} names ${other}: leave out one`,
        );
      this.#values.set(name, value);
    }
  }

  #checkNeeds(name: string): void {
    const needs = this.#options[name]?.needs;
    if (needs !== undefined && !this.#values.has(needs))
      throw new UsageError(`${flagOf(name)} only works together with ${flagOf(needs)}`);
  }

  #checkExcludes(name: string): void {
    const other = this.#options[name]?.excludes?.find(one => this.#values.has(one));
    if (other !== undefined)
      throw new UsageError(`${flagOf(name)} replaces ${flagOf(other)}: leave out one`);
  }
}

function tokensOf(words: readonly string[], options: Options) {
  const flags = Object.entries(options).map(([name, { value }]) => {
    const type = value === undefined ? ('boolean' as const) : ('string' as const);
    return [flagOf(name).slice(2), { type }] as const;
  });
  return parseArgs({
    args: joinValues(words, options),
    options: Object.fromEntries(flags),
    strict: false,
    tokens: true,
  }).tokens;
}

/** `--port -1` is `--port=-1`: a value may begin with a dash. */
function joinValues(words: readonly string[], options: Options): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const option = options[named(word, options) ?? ''];
    const next = words[at + 1];
    if (option?.value === undefined || next === undefined) joined.push(word);
    else {
      joined.push(`${word}=${next}`);
      at++;
    }
  }
  return joined;
}

const named = (flag: string, options: Options): string | undefined =>
  Object.keys(options).find(name => flagOf(name) === flag);

function nameOf(
  flag: string,
  options: Options,
  elsewhere: (name: string) => string | undefined,
): string {
  const name = named(flag, options);
  if (name !== undefined) return name;
  const why = elsewhere(flag.replace(/^--?/, ''));
  if (why !== undefined) throw new UsageError(`no ${flag} here: ${why}`);
  const known = Object.keys(options).map(flagOf);
  throw new UsageError(`unknown flag ${flag}: ${otherwise(flag, known)}`);
}

function valueFor(flag: string, text: string | undefined, option: Option): unknown {
  const { value: form, allowed = form } = option;
  if (form === undefined && text !== undefined)
    throw new UsageError(`${flag} takes no value, found "${text}"`);
  if (form !== undefined && (text === undefined || text === ''))
    throw new UsageError(`${flag} needs a value: ${flag} ${allowed}`);
  const value = option.read(text ?? '');
  if (value === undefined)
    throw new UsageError(`${flag} must be ${allowed}, found "${text}"`);
  return value;
}
