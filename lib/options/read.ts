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
    if ('word' in token) word(token.word);
    else given.take(token.flag, token.value, nameOf(token.flag, options, elsewhere));
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
      throw new UsageError(
        `${flagOf(name)} does not work together with ${flagOf(other)}: leave out one`,
      );
  }
}

/** A flag as it was typed, and its value; or a word that is none. */
type Token =
  | { readonly flag: string; readonly value: string | undefined }
  | { readonly word: string };

/** After `--` all words are words. A value may begin with a dash: `--port -1`. */
function* tokensOf(words: readonly string[], options: Options): Iterable<Token> {
  const left = [...words];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    if (next === '--') yield* left.splice(0).map(word => ({ word }));
    else if (!/^-./.test(next)) yield { word: next };
    else {
      const [, flag = next, value] = /^(--[^=]+)=(.*)$/s.exec(next) ?? [];
      const takesNext = value === undefined && takesValue(flag, options);
      yield { flag, value: takesNext ? left.shift() : value };
    }
  }
}

const takesValue = (flag: string, options: Options): boolean =>
  options[named(flag, options) ?? '']?.value !== undefined;

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
  const written = flag === '-h' ? '--help' : flag;
  throw new UsageError(`unknown flag ${flag}: ${otherwise(written, known)}`);
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
