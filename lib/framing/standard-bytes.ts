/** What a framing does with bytes. */
export interface Bytes {
  /** Returns the text in UTF-8. */
  fromText(text: string): Uint8Array;
  /** Returns bytes `start` to `end` as text, or `undefined` if they are not UTF-8. */
  toText(bytes: Uint8Array, start: number, end: number): string | undefined;
  /** Returns a byte for each character, which is at most U+00FF. */
  fromLatin1(text: string): Uint8Array;
  /** Returns a character for each byte. */
  toLatin1(bytes: Uint8Array): string;
  joined(parts: readonly Uint8Array[]): Uint8Array;
  /** Returns where `part`, a byte or several, begins first, or -1. */
  indexOf(bytes: Uint8Array, part: number | Uint8Array): number;
  /** Returns memory of which each byte will be written before it is read. */
  memory(size: number): Uint8Array<ArrayBuffer>;
  /** Returns the same memory, as what finds a byte fastest. */
  searchable(memory: Uint8Array<ArrayBuffer>): Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** A function takes no more arguments than this everywhere. */
const MOST = 8_192;

/** By what every platform has. */
export const standard: Bytes = {
  fromText: text => encoder.encode(text),
  fromLatin1: text => Uint8Array.from(text, character => character.charCodeAt(0)),
  toText(bytes, start, end) {
    try {
      return decoder.decode(bytes.subarray(start, end));
    } catch {
      return undefined;
    }
  },
  toLatin1(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length; at += MOST)
      text += String.fromCharCode(...bytes.subarray(at, at + MOST));
    return text;
  },
  joined(parts) {
    const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const part of parts) {
      all.set(part, end);
      end += part.length;
    }
    return all;
  },
  indexOf(bytes, part) {
    if (typeof part === 'number') return bytes.indexOf(part);
    const [first = 0] = part;
    let at = bytes.indexOf(first);
    while (at >= 0 && !part.every((byte, index) => bytes[at + index] === byte))
      at = bytes.indexOf(first, at + 1);
    return at;
  },
  memory: size => new Uint8Array(size),
  searchable: memory => memory,
};
