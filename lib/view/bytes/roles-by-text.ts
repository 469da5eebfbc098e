import type { Span } from './roles.ts';

/** The most bytes of a text that are looked for: of a long frame only the first are kept. */
const looked = 64;

/**
 * The roles in a frame of a framing that is not known: the bytes of its text are payload, the
 * others framing.
 */
export function rolesByText(bytes: Uint8Array, text: string): Span[] {
  const payload = new TextEncoder().encode(text);
  const start = indexIn(bytes, payload.subarray(0, looked));
  if (start === undefined) return [{ role: 'bytes', start: 0, end: bytes.length }];
  const end = Math.min(start + payload.length, bytes.length);
  const spans = [
    { role: 'framing', start: 0, end: start },
    { role: 'payload', start, end },
    { role: 'framing', start: end, end: bytes.length },
  ];
  return spans.filter(({ start, end }) => start < end);
}

function indexIn(bytes: Uint8Array, part: Uint8Array): number | undefined {
  for (let at = 0; part.length > 0 && at + part.length <= bytes.length; at++)
    if (part.every((byte, i) => byte === bytes[at + i])) return at;
  return undefined;
}
