/** One flag: what `--help` says of it, what it accepts, and its default. */
export interface Option<T = unknown> {
  readonly help: string;
  /** The placeholder for the value in `--help`. A flag without one is a switch: it is on if it is given. */
  readonly value?: string;
  readonly default: T;
  /** What is allowed, in words. */
  readonly allowed?: string;
  /** The value that a text stands for; `undefined`: this is not allowed. */
  read(text: string): T | undefined;
  /** Another flag without which this one means nothing. */
  readonly needs?: string;
  /** Flags that mean nothing beside it, so they cannot be given with it. */
  readonly excludes?: readonly string[];
  /** Returns the values that it implies for other flags: `--host HOST:PORT` gives a port too. */
  also?(text: string): Readonly<Record<string, string | undefined>>;
  /** What `--help` puts above flags that belong together. */
  readonly group?: string;
}

/** Flags by name: `maxMessage` is `--max-message`. */
export type Options = Readonly<Record<string, Option>>;

/** The chosen values, by the same names. */
export type Values<O extends Options = Options> = {
  readonly [Name in keyof O]: O[Name] extends Option<infer T> ? T : never;
};

/** `--max-message` for `maxMessage`. */
export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

/** The values if no flag is given. */
export const defaultsOf = <O extends Options>(options: O): Values<O> =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, option.default]),
  ) as Values<O>;

/** A flag without a value. */
export const onOff = (help: string): Option<boolean> => ({
  help,
  default: false,
  read: () => true,
});

/** Any text. */
export function word(value: string, help: string): Option<string | undefined>;
export function word(value: string, help: string, fallback: string): Option<string>;
export function word(value: string, help: string, fallback?: string): Option<unknown> {
  return { value, help, default: fallback, read: text => text };
}

/** One of some names. */
export const oneOf = <const Name extends string>(
  value: string,
  names: readonly Name[],
  help: string,
  fallback: Name,
): Option<Name> => ({
  value,
  help: `${help} (${names.join(', ')})`,
  default: fallback,
  allowed: names.join(' or '),
  read: text => names.find(name => name === text),
});

/** The smallest and the largest value. */
export type Range = readonly [number, number];

/** A whole number. */
export function whole(
  value: string,
  range: Range,
  help: string,
): Option<number | undefined>;
export function whole(
  value: string,
  range: Range,
  help: string,
  fallback: number,
): Option<number>;
export function whole(
  value: string,
  [least, most]: Range,
  help: string,
  fallback?: number,
): Option<unknown> {
  return {
    value,
    help,
    default: fallback,
    allowed: `a whole number from ${least} to ${most}`,
    read: text =>
      /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most
        ? Number(text)
        : undefined,
  };
}
