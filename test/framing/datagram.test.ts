import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Decoder,
  datagram,
  type FrameError,
  raw,
  text,
} from '../../lib/framing/index.ts';
import { memory } from '../chaos/rest.ts';
import { withLong } from '../long.ts';
import { bytes, latin1, outcomes } from './outcomes.ts';
import { payloads, runs } from './subject.ts';
import { thrown } from './thrown.ts';

const codec = datagram({ maxPayload: 5 });

it('takes every chunk for a message, an empty one as well', () => {
  expect(outcomes(codec, latin1, ['a\nb', '', 'c'].map(bytes))).toEqual([
    'a\nb',
    '',
    'c',
  ]);
});

it('refuses a chunk over the limit in its turn, and holds none of it', () => {
  const decoder = codec.decoder();
  for (const chunk of ['ok', '123456', 'ok']) decoder.push(bytes(chunk));
  expect(decoder.buffered).toBe(4);
  expect(latin1(decoder.read())).toBe('ok');
  const refused = {
    code: 'too-large',
    offset: 2,
    size: 6,
    limit: 5,
    recoverable: true,
  };
  expect(thrown(() => decoder.read())).toMatchObject(refused);
  expect(latin1(decoder.read())).toBe('ok');
  expect(decoder.read()).toBeUndefined();
  expect(decoder.buffered).toBe(0);
  expect(() => decoder.end()).not.toThrow();
});

it.each([
  ['a datagram', codec, 5],
  ['raw', raw(), Infinity],
])(
  'gives every chunk in its turn, however slow its reader is: %s',
  (_name, framing, limit) => {
    const chunk = payloads(8);
    const told = (chunks: Uint8Array[]) =>
      chunks.map(each => (each.length > limit ? 'too-large' : latin1(each)));
    const property = fc.property(fc.array(fc.tuple(chunk, fc.nat(3))), steps => {
      const decoder = framing.decoder();
      const heard: string[] = [];
      for (const [bytes, reads] of steps) {
        decoder.push(bytes);
        for (let nth = 0; nth < reads; nth++) heard.push(...next(decoder));
      }
      for (const _ of steps) heard.push(...next(decoder));
      expect(heard).toEqual(told(steps.map(([bytes]) => bytes)));
      expect(decoder.buffered).toBe(0);
    });
    fc.assert(property, runs(200));
  },
);

/** What the next read tells; nothing, if there is nothing to read. */
function next(decoder: Decoder<Uint8Array>): string[] {
  try {
    const message = decoder.read();
    return message === undefined ? [] : [latin1(message)];
  } catch (error) {
    return [(error as FrameError).code];
  }
}

it('adds nothing to a payload, and copies it both ways', () => {
  const payload = bytes('hello');
  const frame = codec.encode(payload);
  const decoder = codec.decoder();
  decoder.push(payload);
  payload.fill(0x21);
  expect(latin1(frame)).toBe('hello');
  expect(latin1(decoder.read())).toBe('hello');
});

it('sends no more than UDP can carry if not told otherwise', () => {
  expect(datagram().encode(new Uint8Array(65_507))).toHaveLength(65_507);
  expect(thrown(() => datagram().encode(new Uint8Array(65_508))).code).toBe(
    'too-large',
  );
});

it('may carry text', () => {
  const chunks = ['a', '\xc3', 'b'].map(bytes);
  expect(outcomes(text(codec), String, chunks)).toEqual(['a', 'malformed@1', 'b']);
});

it('keeps nothing that was read, however long the talk is', () => {
  const decoder = codec.decoder();
  const read = (count: number) => {
    for (let nth = 0; nth < count; nth++) {
      decoder.push(new Uint8Array(0));
      decoder.read();
    }
  };
  read(1_000);
  const before = memory();
  // A place in a list would take 8 bytes for each.
  read(withLong ? 1_000_000 : 300_000);
  expect(memory() - before).toBeLessThan(2);
});
