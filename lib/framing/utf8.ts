/** It throws for invalid bytes, and takes a byte order mark for the character it is. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Texts under so many bytes are cut from a longer one: */
const SHORT = 512;
/** of so many times their length, */
const TIMES = 8;
/** and of at least so many bytes. All of it may stay alive with one text that is kept. */
const SPAN = 256;

/**
 * Bytes as text, in strict UTF-8, without a copy of the bytes first. A call costs more than the
 * short text it decodes, so one call decodes several, and each is cut from that. Only of ASCII:
 * there a character is where its byte is.
 */
export class Utf8 {
  /** The characters of the bytes from `#from` up to `#to`; none of them is not ASCII. */
  #ascii = '';
  #from = 0;
  #to = 0;

  /** To be called before the bytes change. */
  forget(): void {
    this.#ascii = '';
    this.#from = 0;
    this.#to = 0;
  }

  /** Where `byte` is among those that are decoded already, from `start` on; -1: not there. */
  indexOf(byte: number, start: number): number {
    if (start < this.#from || start >= this.#to) return -1;
    const found = this.#ascii.indexOf(String.fromCharCode(byte), start - this.#from);
    return found < 0 ? -1 : found + this.#from;
  }

  /** Bytes `start` to `end`; `undefined`: not UTF-8. `filled`: how many bytes there are. */
  decode(
    bytes: Buffer,
    start: number,
    end: number,
    filled: number,
  ): string | undefined {
    if (start < this.#from || end > this.#to) {
      const span = Math.max(SPAN, TIMES * (end - start));
      const until = Math.min(filled, start + span);
      if (end - start >= SHORT || !this.#decodeAhead(bytes, start, until))
        return decoded(bytes, start, end);
    }
    return this.#ascii.slice(start - this.#from, end - this.#from);
  }

  /** Gives false if that is not ASCII: then it is not tried again before the bytes change. */
  #decodeAhead(bytes: Buffer, start: number, end: number): boolean {
    if (this.#from === Infinity) return false;
    this.#ascii = bytes.toString('utf8', start, end);
    // Any other character has more bytes than characters, or is U+FFFD.
    const ascii = this.#ascii.length === end - start && !this.#ascii.includes('\ufffd');
    this.#from = ascii ? start : Infinity;
    this.#to = ascii ? end : 0;
    return ascii;
  }
}

function decoded(bytes: Buffer, start: number, end: number): string | undefined {
  const text = bytes.toString('utf8', start, end);
  // U+FFFD stands for wrong bytes, unless somebody said it.
  if (!text.includes('\ufffd')) return text;
  try {
    return strict.decode(bytes.subarray(start, end));
  } catch {
    return undefined;
  }
}
