import type { Kind, Observation, Origin, TraceEvent } from './event.ts';
import { misfitIn } from './misfit.ts';

/** A trace as a file: one event per line, chunks in hex. */
export function toJsonLines(events: readonly TraceEvent[]): string {
  return events.map(event => `${JSON.stringify(writable(event))}\n`).join('');
}

/** Only a chunk is copied: a copy of each event would cost a busy server most of its time. */
function writable(event: TraceEvent): object {
  if (event.bytes === undefined) return event;
  const { bytes, ...rest } = event;
  return { ...rest, hex: hex(bytes) };
}

/** Reads such a file. Throws an error that names the line and what was expected there. */
export function fromJsonLines(text: string): TraceEvent[] {
  return text.split('\n').flatMap((line, index) => eventIn(line, index + 1) ?? []);
}

/**
 * Returns the event in one line of a file; `undefined` if the line is blank. `number` is the
 * line's, for errors.
 */
export function eventIn(line: string, number: number): TraceEvent | undefined {
  if (line.trim() === '') return undefined;
  return readEvent(line, problem => {
    throw new Error(`Cannot read trace, line ${number}: ${problem}`);
  });
}

type Fail = (problem: string) => never;
type Check = readonly [expected: string, test: (value: unknown) => boolean];

const oneOf = (...words: readonly string[]): Check => [
  words.join(', '),
  value => words.includes(value as string),
];
const text: Check = ['text', value => typeof value === 'string'];
const count: Check = [
  'a whole number from 0',
  value => Number.isSafeInteger(value) && Number(value) >= 0,
];
const place: Check = [
  'a whole number from 1',
  value => Number.isSafeInteger(value) && Number(value) >= 1,
];
/** Long enough for two addresses. A verdict's line has to name it. */
const name: Check = [
  'a name of 1 to 200 characters',
  value => typeof value === 'string' && /^[\s\S]{1,200}$/u.test(value),
];
const whats: Observation['what'][] = [
  'opened',
  'sent',
  'received',
  'refused',
  'ended',
  'reset',
  'closed',
  'chunk',
  'lost',
];
const kinds: Kind[] = ['message', 'notice', 'refusal', 'control'];

const needed: Record<string, Check> = {
  n: count,
  at: ['a number', value => Number.isFinite(value)],
  end: name,
  link: name,
  what: oneOf(...whats),
  by: oneOf('self', 'peer'),
};

const optional: Record<string, Check> = {
  role: oneOf('relay', 'tap'),
  kind: oneOf(...kinds),
  text,
  size: count,
  nth: place,
  reason: text,
  of: ['a link and a number', isOrigin],
  hex: [
    'bytes in hex',
    value => typeof value === 'string' && /^([0-9a-f]{2})*$/.test(value),
  ],
};

const checks = Object.entries({ ...needed, ...optional });

function isOrigin(value: unknown): boolean {
  const { link, nth } = (value ?? {}) as Partial<Origin>;
  return text[1](link) && place[1](nth);
}

/** Keeps only the fields of an event: a stranger's file may have any others as well. */
function readEvent(line: string, fail: Fail): TraceEvent {
  const found = parse(line, fail);
  for (const [name, check] of checks) {
    if (Object.hasOwn(needed, name) || Object.hasOwn(found, name))
      verify(found, name, check, fail);
  }
  const event = Object.keys(found).every(isKnown) ? found : onlyKnown(found);
  const problem = misfitIn(event as unknown as TraceEvent);
  if (problem !== undefined) fail(problem);
  const { hex, ...rest } = event as unknown as TraceEvent & { readonly hex?: string };
  return sized(hex === undefined ? rest : { ...rest, bytes: fromHex(hex) }, fail);
}

/** A chunk has a size, because its bytes may be left out of memory later. */
function sized(event: TraceEvent, fail: Fail): TraceEvent {
  const { what, bytes, size = bytes?.length } = event;
  if (what !== 'chunk') return event;
  if (size === undefined) fail('expected "size" or "hex" for chunk, found neither');
  if (bytes !== undefined && size !== bytes.length)
    fail(`expected "size" to be ${bytes.length}, the length of "hex", found ${size}`);
  return event.size === size ? event : { ...event, size };
}

const names = new Set([...Object.keys(needed), ...Object.keys(optional)]);
const isKnown = (name: string): boolean => names.has(name);

const onlyKnown = (found: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(found).filter(([name]) => isKnown(name)));

function parse(line: string, fail: Fail): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null)
      return value as Record<string, unknown>;
  } catch {}
  return fail(`expected an event as JSON, found ${line.slice(0, 40)}`);
}

function verify(
  event: Record<string, unknown>,
  name: string,
  [expected, test]: Check,
  fail: Fail,
): void {
  const value = event[name];
  if (!test(value)) fail(`expected "${name}" to be ${expected}, found ${shown(value)}`);
}

/** Enough of the value to find it in the file. */
const shown = (value: unknown): string => `${JSON.stringify(value)}`.slice(0, 60);

/**
 * Returns the bytes in hex. A busy server's record has millions of bytes, so it makes no string per byte, and
 * takes no memory for the digits of each chunk.
 */
function hex(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += most) {
    const piece = bytes.subarray(at, at + most);
    piece.forEach((byte, i) => {
      digits[2 * i] = digit(byte >> 4);
      digits[2 * i + 1] = digit(byte & 0xf);
    });
    text += ascii.decode(digits.subarray(0, 2 * piece.length));
  }
  return text;
}

/** How many bytes become digits at a time. */
const most = 4_096;
const digits = new Uint8Array(2 * most);
const ascii = new TextDecoder();
/** The code of a hexadecimal digit: 0 to 9, or a to f. */
const digit = (value: number): number => value + (value < 10 ? 0x30 : 0x57);

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], byte => Number.parseInt(byte, 16));
