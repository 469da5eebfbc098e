import { latin1 } from './outcomes.ts';
import type { Piece } from './reference.ts';

interface Length {
  /** Where the payload begins, and how many bytes it has. */
  readonly start: number;
  readonly size: number;
  /** What must follow it. */
  readonly tail?: string;
}

/** Reads the front of what is left of a stream. */
export type Head = (rest: Buffer) => Length | 'truncated' | 'corrupt';

export const countedOf =
  (head: Head) =>
  (stream: Uint8Array, limit: number, at = 0): Piece[] => {
    const rest = Buffer.from(stream.subarray(at));
    if (rest.length === 0) return [];
    const found = head(rest);
    if (typeof found === 'string') return [{ at, found }];
    const { start, size, tail = '' } = found;
    const end = start + size + tail.length;
    const whole = rest.length >= end;
    const next = (): Piece[] =>
      whole ? countedOf(head)(stream, limit, at + end) : [{ at, found: 'truncated' }];
    if (size > limit) return [{ at, found: 'too-large' }, ...next()];
    if (!whole) return next();
    if (latin1(rest.subarray(start + size, end)) !== tail)
      return [{ at, found: 'corrupt' }];
    return [{ at, found: rest.subarray(start, start + size) }, ...next()];
  };

export const numberHead =
  (width: 1 | 2 | 4, little = false): Head =>
  rest => {
    if (rest.length < width) return 'truncated';
    const size = little ? rest.readUIntLE(0, width) : rest.readUIntBE(0, width);
    return { start: width, size };
  };

export const varintHead: Head = rest => {
  const [found] = /^[\x80-\xff]{0,4}[\0-\x7f]/.exec(latin1(rest)) ?? [];
  if (found === undefined) return rest.length < 5 ? 'truncated' : 'corrupt';
  const bits = [...Buffer.from(found, 'latin1')].map(byte =>
    byte.toString(2).padStart(8, '0').slice(1),
  );
  const size = Number.parseInt(bits.reverse().join(''), 2);
  return size < 2 ** 32 ? { start: found.length, size } : 'corrupt';
};

export const netstringHead: Head = rest => {
  const [head, size] = /^(0|[1-9]\d{0,9}):/.exec(latin1(rest)) ?? [];
  if (Number(size) >= 2 ** 32) return 'corrupt';
  if (head !== undefined) return { start: head.length, size: Number(size), tail: ',' };
  return /^(0|[1-9]\d{0,9})$/.test(latin1(rest)) ? 'truncated' : 'corrupt';
};

/** A text frame that is whole, unmasked, and says its length in the shortest form. */
export const websocketHead: Head = rest => {
  const all = latin1(rest);
  const [found] = /^\x81(?:[\0-\x7d]|\x7e..|\x7f.{8})/s.exec(all) ?? [];
  if (found === undefined)
    return /^\x81(?:$|\x7e|\x7f)/.test(all) ? 'truncated' : 'corrupt';
  const said = Buffer.from(found.slice(found.length > 2 ? 2 : 1), 'latin1');
  const size = Number(`0x${said.toString('hex')}`);
  const shortest = { 2: 0, 4: 126, 10: 65_536 }[found.length] ?? 0;
  const wrong = size < shortest || size >= 2 ** 32;
  return wrong ? 'corrupt' : { start: found.length, size };
};
