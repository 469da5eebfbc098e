import { describe, expect, it } from 'vitest';
import { bytes, latin1, outcomes } from './outcomes.ts';
import { type Example, semantics } from './semantics.ts';
import { thrown } from './thrown.ts';

describe.each(semantics)('$framing', ({ codec, hello, empty, ...examples }) => {
  const read = (stream: string) => outcomes(codec, latin1, [bytes(stream)]);

  it('writes and reads hello', () => {
    expect(latin1(codec.encode(bytes('hello')))).toBe(hello);
    expect(read(hello)).toEqual(['hello']);
  });

  it('says nothing, or that it cannot', () => {
    if (empty === undefined) {
      expect(thrown(() => codec.encode(bytes(''))).code).toBe('unencodable');
    } else {
      expect(latin1(codec.encode(bytes('')))).toBe(empty);
      expect(read(empty)).toEqual(['']);
    }
  });

  const { over, cut, damaged } = examples;
  it.each(Object.entries({ over, cut, damaged }))(
    'is %s',
    (_what, example: Example) => {
      const [stream, ...expected] = example;
      expect(read(stream)).toEqual(expected);
    },
  );
});

const choosy = semantics.filter(({ cannot }) => cannot !== undefined);

it.each(choosy)(
  'refuses to write what it cannot read: $framing',
  ({ codec, cannot = '' }) => {
    const error = thrown(() => codec.encode(bytes(cannot)));
    expect(error).toMatchObject({ code: 'unencodable', recoverable: true });
  },
);
