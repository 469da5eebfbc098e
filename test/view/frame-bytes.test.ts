import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { withFrameBytes } from '../../lib/view/bytes/frame-bytes.ts';
import { rolesByText } from '../../lib/view/bytes/roles-by-text.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const event = (rest: Partial<TraceEvent>): TraceEvent => ({
  n: 1,
  at: 0,
  end: 'alice',
  link: 'a-b',
  what: 'sent',
  by: 'self',
  ...rest,
});
const chunk = (text: string, rest: Partial<TraceEvent> = {}) =>
  event({ what: 'chunk', n: 0, size: text.length, bytes: bytesOf(text), ...rest });
const frame = (size: number, rest: Partial<TraceEvent> = {}) =>
  event({ size, ...rest });

const texts = (...events: TraceEvent[]) =>
  withFrameBytes(events)
    .filter(({ what }) => what !== 'chunk')
    .map(({ bytes }) => bytes && new TextDecoder().decode(bytes));

describe('the bytes of a frame', () => {
  it('are found across chunks, and in a chunk of several', () => {
    expect(texts(frame(3), frame(4), chunk('ab'), chunk('\ncde\n'))).toEqual([
      'ab\n',
      'cde\n',
    ]);
  });

  it('are those of its own direction, end and link', () => {
    const back = { by: 'peer', what: 'received' } as const;
    const bob = { end: 'bob' };
    expect(
      texts(
        chunk('x\n', { by: 'peer' }),
        chunk('a\n'),
        chunk('b\n', bob),
        chunk('l\n', { link: 'other' }),
        frame(2, back),
        frame(2),
        frame(2, bob),
      ),
    ).toEqual(['x\n', 'a\n', 'b\n']);
  });

  it('are none after a chunk whose bytes were not kept', () => {
    const lost = event({ what: 'chunk', n: 0, size: 2 });
    expect(texts(chunk('a\n'), lost, chunk('c\n'), frame(2), frame(2))).toEqual([
      'a\n',
      undefined,
    ]);
  });

  it('are the first of a long one, and the next one is not confused', () => {
    const [long, next] = texts(
      chunk('x'.repeat(999)),
      chunk('\nok\n'),
      frame(1000),
      frame(3),
    );
    expect(long).toBe('x'.repeat(256));
    expect(next).toBe('ok\n');
  });

  it('are not taken from an empty datagram', () => {
    expect(texts(chunk(''), chunk('a'), frame(1))).toEqual(['a']);
  });
});

describe('the roles in an unknown framing', () => {
  it.each([
    ['\u0000\u0002hi', 'hi', ['framing 0-2', 'payload 2-4']],
    ['2:hi,', 'hi', ['framing 0-2', 'payload 2-4', 'framing 4-5']],
    ['hi\n', 'hi', ['payload 0-2', 'framing 2-3']],
    ['escaped', 'other', ['bytes 0-7']],
    ['\n', '', ['bytes 0-1']],
  ])('%j with the text %j', (bytes, text, spans) => {
    const found = rolesByText(bytesOf(bytes), text);
    expect(found.map(({ role, start, end }) => `${role} ${start}-${end}`)).toEqual(
      spans,
    );
  });
});
