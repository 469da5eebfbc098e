import { expect, it } from 'vitest';
import { copied } from '../../lib/framing/codec.ts';
import type { Find } from '../../lib/framing/frame.ts';
import { FrameDecoder } from '../../lib/framing/frame-decoder.ts';
import { bytes, latin1 } from './outcomes.ts';

/** A framing in two lines: every frame has three bytes, the first of them no payload. */
const threes: Find = received =>
  received.length === 0 ? undefined : { start: 1, end: 3, next: 3 };

it('makes a decoder of one function that finds frames', () => {
  const decoder = new FrameDecoder({ find: threes, limit: 2 }, copied);
  decoder.push(bytes('-ab-c'));
  expect(latin1(decoder.read())).toBe('ab');
  expect(decoder.read()).toBeUndefined();
  expect(decoder.buffered).toBe(2);
  decoder.push(bytes('d'));
  expect(latin1(decoder.read())).toBe('cd');
  expect(decoder.buffered).toBe(0);
});

it('tells how many of the unread bytes were searched before', () => {
  const searched: number[] = [];
  const never: Find = (received, before) => {
    searched.push(before);
    return { start: 0, end: received.length, next: Infinity };
  };
  const decoder = new FrameDecoder({ find: never, limit: 9 }, copied);
  for (const chunk of ['ab', 'c', 'def']) {
    decoder.push(bytes(chunk));
    decoder.read();
  }
  expect(searched).toEqual([0, 2, 3]);
});

it('takes nothing more after the stream was cut off', () => {
  const decoder = new FrameDecoder({ find: threes, limit: 2 }, copied);
  decoder.push(bytes('-'));
  expect(() => decoder.end()).toThrow('the stream ended after 1 bytes of it');
  decoder.push(bytes('ab'));
  expect(decoder.buffered).toBe(1);
});

it('may end twice between frames', () => {
  const decoder = new FrameDecoder({ find: threes, limit: 2 }, copied);
  decoder.end();
  expect(() => decoder.end()).not.toThrow();
});
