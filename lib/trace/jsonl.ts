import type { TraceEvent } from './event.ts';

/** A trace as a file: one event a line, chunks in hex. */
export function toJsonLines(events: readonly TraceEvent[]): string {
  return events
    .map(
      ({ bytes, ...event }) =>
        `${JSON.stringify(bytes ? { ...event, hex: hex(bytes) } : event)}\n`,
    )
    .join('');
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
