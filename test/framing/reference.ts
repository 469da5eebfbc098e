import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { bytes, latin1, type Show } from './outcomes.ts';

/** A frame, or the lack of one, as the whole stream shows it in one piece. */
export interface Piece {
  readonly at: number;
  readonly found: Uint8Array | 'too-large' | 'truncated' | 'malformed' | 'corrupt';
}

/** As `outcomes` tells it. */
export const told = (pieces: readonly Piece[], show: Show) =>
  pieces.map(({ at, found }) =>
    typeof found === 'string' ? `${found}@${at}` : show(found),
  );

/** What a part between two delimiters is: payload, or wrong; `whole`: a delimiter follows. */
type Read = (part: string, whole: boolean) => Piece['found'] | undefined;

function partsOf(stream: Uint8Array, delimiter: string, read: Read): Piece[] {
  let at = 0;
  const all = latin1(stream).split(delimiter);
  return all.flatMap((part, index): Piece[] => {
    const here = at;
    at += part.length + delimiter.length;
    const whole = index < all.length - 1;
    const found = read(part, whole);
    const cutOff: Piece[] = part && !whole ? [{ at: here, found: 'truncated' }] : [];
    if (found === 'too-large') return [{ at: here, found }, ...cutOff];
    return whole && found !== undefined ? [{ at: here, found }] : cutOff;
  });
}

const within = (payload: string, limit: number) =>
  payload.length > limit ? 'too-large' : bytes(payload);

export const linesOf = (stream: Uint8Array, limit: number) =>
  partsOf(stream, '\n', line => within(line.replace(/\r$/, ''), limit));

export const delimitedOf = (stream: Uint8Array, limit: number, delimiter: string) =>
  partsOf(stream, delimiter, (part, whole) => {
    // The last bytes of what is unfinished may be a part of the delimiter.
    const sure = whole ? part.length : Math.max(0, part.length - delimiter.length + 1);
    return within(part.slice(0, sure), limit);
  });

export const slipOf = (stream: Uint8Array, limit: number) =>
  partsOf(stream, '\xc0', (part, whole) => {
    if (part === '') return undefined;
    if (Math.ceil(part.length / 2) > limit) return 'too-large';
    if (!whole) return 'truncated';
    const [head = '', ...escaped] = part.split('\xdb');
    if (escaped.some(rest => !/^[\xdc\xdd]/.test(rest))) return 'malformed';
    const real = escaped.map(
      rest => (rest[0] === '\xdc' ? '\xc0' : '\xdb') + rest.slice(1),
    );
    return within(head + real.join(''), limit);
  });

/** The same, with a checksum of eight digits after every payload. */
export const checkedOf = (pieces: readonly Piece[]): Piece[] =>
  pieces.map(({ at, found }) => {
    if (typeof found === 'string') return { at, found };
    const payload = found.slice(0, -8);
    const right = Number.parseInt(latin1(found.slice(-8)), 16) === crc32(payload);
    const digits = /^[\da-f]{8}$/.test(latin1(found.slice(-8)));
    return { at, found: right && digits ? payload : 'malformed' };
  });

/** The same, with whole payloads decoded. */
export const decoded = (pieces: readonly Piece[]): string[] =>
  pieces.map(({ at, found }) => {
    if (typeof found === 'string') return `${found}@${at}`;
    return isUtf8(found) ? Buffer.from(found).toString() : `malformed@${at}`;
  });
