import { closeSync, openSync, readSync } from 'node:fs';
import type { TraceEvent } from '../../trace/event.ts';
import { eventIn } from '../../trace/jsonl.ts';
import { cannotRead } from '../flags/failure.ts';
import type { FirstBytes } from './first-bytes.ts';

/**
 * The most events: more would not fit into memory together with what the verdict builds from them.
 */
const mostEvents = 4_000_000;
/** The longest line, in characters: a message of 1 MiB in hex, and the rest of its event. */
const longest = 2_200_000;
const chunkSize = 1_048_576;

/**
 * The events of a record file (.jsonl), read piece by piece. Of the bytes of its chunks it keeps
 * those in `bytes`. Throws an error that names the file, the line and what was expected there.
 */
export function readRecord(file: string, bytes?: FirstBytes): TraceEvent[] {
  const events: TraceEvent[] = [];
  const names = new Map<string, string>();
  let number = 0;
  try {
    for (const line of linesOf(file)) {
      const event = eventIn(line, ++number);
      if (event === undefined) continue;
      if (events.length === mostEvents)
        throw new Error(
          `more than ${mostEvents.toLocaleString('en')} events: keep a shorter record`,
        );
      events.push(light(event, names, bytes));
    }
  } catch (error) {
    throw new Error(problemWith(file, error as NodeJS.ErrnoException));
  }
  return events;
}

/**
 * Returns the event without bytes that are not wanted, and with one shared copy of each name in
 * memory.
 */
function light(
  event: TraceEvent,
  names: Map<string, string>,
  wanted?: FirstBytes,
): TraceEvent {
  const { bytes, ...rest } = event;
  const mine: { end: string; link: string } & TraceEvent =
    bytes === undefined ? event : (wanted?.kept(event) ?? rest);
  mine.end = kept(event.end, names);
  mine.link = kept(event.link, names);
  return mine;
}

function kept(name: string, names: Map<string, string>): string {
  const known = names.get(name);
  if (known === undefined) names.set(name, name);
  return known ?? name;
}

const problemWith = (file: string, { code, message }: NodeJS.ErrnoException): string =>
  code === undefined ? `${file}: ${message}` : cannotRead(file, code);

function* linesOf(file: string): Generator<string> {
  let rest = '';
  for (const text of piecesOf(file)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > longest)
      throw new Error(
        `a line of over ${longest.toLocaleString('en')} characters: is it a record?`,
      );
  }
  yield rest;
}

/** Reads the file as UTF-8; a byte order mark at the start is left out. */
function* piecesOf(file: string): Generator<string> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(chunkSize);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const size = readSync(descriptor, buffer);
      if (size === 0) return;
      yield decoder.decode(buffer.subarray(0, size), { stream: true });
    }
  } finally {
    closeSync(descriptor);
  }
}
