import { expect, it } from 'vitest';
import { datagram, text } from '../../lib/framing/index.ts';
import { bytes, latin1, outcomes } from './outcomes.ts';
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

it('keeps the order, however far behind the reader is', () => {
  const decoder = text(codec).decoder();
  const said = Array.from({ length: 999 }, (_, nth) => String(nth));
  const heard: (string | undefined)[] = [];
  for (const [nth, word] of said.entries()) {
    decoder.push(bytes(word));
    if (nth % 3 === 0 || nth > 700) heard.push(decoder.read());
  }
  while (heard.length < said.length) heard.push(decoder.read());
  expect(heard).toEqual(said);
  expect(decoder.read()).toBeUndefined();
});

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
