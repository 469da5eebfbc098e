type Fail = (problem: string) => never;

const escapes: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/** Reads TEXT: the rest of the line, exactly. A final … means "any ending"; in double quotes it has escapes. */
export function readText(source: string, fail: Fail): { text: string; open: boolean } {
  const open = source.endsWith('…');
  const body = open ? source.slice(0, -1) : source;
  if (!isQuoted(body)) return { text: body, open };
  return { text: decode(readBytes(body, fail), fail), open };
}

function decode(bytes: Uint8Array, fail: Fail): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail('expected text in UTF-8: other bytes need "WHO writes"');
  }
}

/** Of a quoted text: `x\{4097}`, `\xHH`, another escape, or a character that stands for itself. */
const part = /([^\\])\\\{([1-9]\d{0,4})\}|\\x([0-9a-fA-F]{2})|\\(.)|[^\\]/gsu;

/**
 * Reads `"BYTES"`: UTF-8, and the escapes \n \r \t \" \\ and \xHH, which is one byte. `x\{4097}` is
 * x 4,097 times.
 */
export function readBytes(source: string, fail: Fail): Uint8Array {
  if (!isQuoted(source))
    return fail(`expected "BYTES" in double quotes, found ${source}`);
  const encoder = new TextEncoder();
  const bytes = [...source.slice(1, -1).matchAll(part)].flatMap(
    ([whole, again, times, byte, letter]) => {
      if (byte !== undefined) return [Number.parseInt(byte, 16)];
      if (again !== undefined) return [...encoder.encode(again.repeat(Number(times)))];
      const text = letter === undefined ? whole : escapes[letter];
      return [
        ...encoder.encode(
          text ??
            fail(
              `expected \\n \\r \\t \\" \\\\ \\xHH, or x\\{N} for N times x, found "${whole}"`,
            ),
        ),
      ];
    },
  );
  return Uint8Array.from(bytes);
}

const isQuoted = (text: string): boolean => /^"(?:[^"\\]|\\.)*"$/s.test(text);
