import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FastReceiveBuffer } from '../../../lib/framing/fast/fast-receive-buffer.ts';
import { texts } from '../../../lib/framing/fast/texts.ts';
import { FrameDecoder } from '../../../lib/framing/frame-decoder.ts';
import { plain } from '../../../lib/framing/framing.ts';
import {
  type ByteCodec,
  type Decoder,
  delimited,
  FrameError,
  lines,
  text,
} from '../../../lib/framing/index.ts';
import type { Framing } from '../../../lib/framing/kind.ts';
import { bytes, cut, join, outcomes } from '../outcomes.ts';
import { runs } from '../subject.ts';
import { decoding, type Made } from '../wrong-codecs.ts';

/** `undefined`: a byte that is no UTF-8. */
const spices = [
  ...['\r', '\r\r', 'é', '€€€', '😀', '\ufeff', '\ufffd', '\n', '\0', 'aab'],
  undefined,
];

/** Texts in runs of about one length, many of them ASCII. */
const streams = (mark: string) => {
  const length = fc.oneof(fc.nat(3), fc.nat(40), fc.nat(300), fc.nat(2_500));
  const spice = fc.constantFrom(...Array<string>(9).fill(''), ...spices);
  const several = fc.array(spice, { minLength: 1, maxLength: 12 });
  const run = fc
    .tuple(length, several)
    .map(([length, spices]) =>
      spices.map(spice => join(bytes('x'.repeat(length)), encoded(spice), bytes(mark))),
    );
  return fc
    .tuple(fc.array(run, { maxLength: 6 }), fc.nat(30))
    .map(([runs, tail]) => join(...runs.flat(), bytes('y'.repeat(tail))));
};

const encoded = (spice: string | undefined) =>
  spice === undefined ? bytes('\xff') : Buffer.from(spice);

const sizes = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9_000 })),
  { minLength: 1, maxLength: 5 },
);

/**
 * What comes out of a limited number of reads for each chunk, how many bytes each took, and how
 * many are unread.
 */
function* steps(
  decoder: Decoder<unknown>,
  chunks: Iterable<Uint8Array>,
  reads: number,
) {
  const attempt = (action: () => unknown) => {
    try {
      return `${action()}, ${decoder.buffered} unread`;
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      return `! ${error.message}, ${decoder.buffered} unread`;
    }
  };
  function* read(most: number) {
    for (let count = 0; count < most; count++) {
      const said = attempt(() => decoder.read());
      yield `${said}, ${decoder.taken} taken`;
      if (said.startsWith('undefined,')) break;
    }
  }
  for (const chunk of chunks) {
    decoder.push(chunk);
    yield `${decoder.buffered} unread`;
    yield* read(reads);
  }
  yield* read(1);
  yield attempt(() => void decoder.end());
  yield attempt(() => decoder.read());
}

type Make = (maxPayload: number) => ByteCodec;
type Spoil = (codec: Made) => Made;

/** Does the short way give what the long way gives, step by step? */
function check(make: Make, mark: string, spoil: Spoil = codec => codec): void {
  const limits = fc.constantFrom(0, 3, 40, 250, 65_536);
  // With none, several chunks arrive before anybody reads.
  const reads = fc.constantFrom(0, 1, 3, Infinity);
  const all = fc.tuple(streams(mark), sizes, limits, reads);
  const property = fc.property(all, ([stream, sizes, limit, reads]) => {
    const seen = (codec: Made) => steps(codec.decoder(), cut(stream, sizes), reads);
    const long = plain(make(limit).anatomy as Framing);
    const expected = seen(text(long));
    for (const step of seen(spoil(text(make(limit)))))
      if (step !== expected.next().value) throw new Error(`Not expected: ${step}`);
  });
  fc.assert(property, runs(200));
}

const line: Make = maxPayload => lines({ maxPayload });

it.each<[string, Make, string]>([
  ['lines', line, '\n'],
  ['lines of LF', maxPayload => lines({ maxPayload, ending: 'lf' }), '\n'],
  ['lines of CRLF', maxPayload => lines({ maxPayload, ending: 'crlf' }), '\r\n'],
  ['texts before NUL', maxPayload => delimited('\0', { maxPayload }), '\0'],
  ['texts before aab', maxPayload => delimited('aab', { maxPayload }), 'aab'],
])('give the same %s as the long way', (_name, make, mark) => check(make, mark));

it('is not tried again before a text has come', () => {
  const tried = vi.spyOn(FastReceiveBuffer.prototype, 'ascii');
  onTestFinished(() => tried.mockRestore());
  const decoder = text(lines()).decoder();
  for (const chunk of [
    bytes(`${'x'.repeat(300)}\n`),
    ...cut(bytes('y'.repeat(9_000)), [1]),
  ]) {
    decoder.push(chunk);
    decoder.read();
    decoder.read();
  }
  expect(decoder.buffered).toBe(9_000);
  expect(tried.mock.calls.length).toBeLessThan(5);
});

it('counts bytes against the limit where characters are fewer', () => {
  const stream = Buffer.from(`${'€'.repeat(14)}\n`.repeat(3));
  const expected = ['too-large@0', 'too-large@43', 'too-large@86'];
  expect(outcomes(text(line(40)), String, [stream])).toEqual(expected);
});

it.each(['a', '€'])('is taken by most texts of %s', character => {
  const long = vi.spyOn(FrameDecoder.prototype, 'read');
  onTestFinished(() => long.mockRestore());
  const stream = Buffer.from(`${character}${'x'.repeat(200)}\n`.repeat(300));
  expect(outcomes(text(lines()), String, [stream])).toHaveLength(300);
  expect(long.mock.calls.length).toBeLessThan(30);
});

it.each([
  ['one that is no UTF-8', 65_536, `${'\n'.repeat(126)}\xff\n`],
  ['some that may be over the limit', 64, `${'x'.repeat(39)}\xc3\xa9\n`],
])('decodes little twice because of %s', (_what, maxPayload, part) => {
  const decoded = vi.spyOn(texts, 'one');
  onTestFinished(() => decoded.mockRestore());
  const stream = bytes(part.repeat(50));
  outcomes(text(line(maxPayload)), String, [stream]);
  const sizes = decoded.mock.calls.map(([, start, end]) => end - start);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3 * stream.length);
});

it('is not taken by what does not end in ASCII', () => {
  expect(delimited('é').decodingText).toBeUndefined();
  expect(delimited(Uint8Array.of(0xff)).decodingText).toBeUndefined();
});

it.each<[string, Spoil]>([
  ['has another limit', () => text(line(41))],
  ['keeps the CR', () => text(lines({ ending: 'lf' }))],
  [
    'loses a CR too many',
    decoding(right => ({
      read: () => (right.read() as string | undefined)?.trimEnd(),
    })),
  ],
  ['says that nothing is unread', decoding(({ buffered }) => ({ buffered }))],
  ['says that no read takes bytes', decoding(({ taken }) => ({ taken }))],
])('is convicted where it %s', (_name, spoil) => {
  expect(() => check(line, '\n', spoil)).toThrow('Property failed');
});
