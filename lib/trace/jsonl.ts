import type { Kind, Observation, Origin, TraceEvent } from './event.ts';

/** A trace as a file: one event a line, chunks in hex. */
export function toJsonLines(events: readonly TraceEvent[]): string {
  return events
    .map(
      ({ bytes, ...event }) =>
        `${JSON.stringify(bytes ? { ...event, hex: hex(bytes) } : event)}\n`,
    )
    .join('');
}

/** Reads it again. Throws an error that names the line and what was expected there. */
export function fromJsonLines(text: string): TraceEvent[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    return readEvent(line, problem => {
      throw new Error(`Cannot read trace, line ${index + 1}: ${problem}`);
    });
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
const whats: Observation['what'][] = [
  'opened',
  'sent',
  'received',
  'refused',
  'ended',
  'reset',
  'closed',
  'chunk',
];
const kinds: Kind[] = ['message', 'notice', 'refusal', 'control'];

const needed: Record<string, Check> = {
  n: count,
  at: ['a number', value => Number.isFinite(value)],
  end: text,
  link: text,
  what: oneOf(...whats),
  by: oneOf('self', 'peer'),
};

const optional: Record<string, Check> = {
  kind: oneOf(...kinds),
  text,
  size: count,
  nth: count,
  reason: text,
  of: ['a link and a number', isOrigin],
  hex: ['bytes in hex', value => /^([0-9a-f]{2})*$/.test(String(value))],
};

function isOrigin(value: unknown): boolean {
  const { link, nth } = (value ?? {}) as Partial<Origin>;
  return text[1](link) && count[1](nth);
}

function readEvent(line: string, fail: Fail): TraceEvent {
  const event = parse(line, fail);
  for (const [name, check] of Object.entries(needed)) verify(event, name, check, fail);
  for (const [name, check] of Object.entries(optional)) {
    if (name in event) verify(event, name, check, fail);
  }
  const { hex, ...rest } = event;
  const bytes = hex === undefined ? {} : { bytes: fromHex(String(hex)) };
  return { ...(rest as unknown as TraceEvent), ...bytes };
}

function parse(line: string, fail: Fail): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return { ...value };
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
  if (!test(value))
    fail(`expected "${name}" to be ${expected}, found ${JSON.stringify(value)}`);
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], byte => Number.parseInt(byte, 16));
