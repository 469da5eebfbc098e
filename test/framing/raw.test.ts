import { expect, it } from 'vitest';
import { raw, text } from '../../lib/framing/index.ts';
import { bytes, cut, latin1, outcomes } from './outcomes.ts';
import { thrown } from './thrown.ts';

const sent = bytes('hello\nworld\n');

it('gives the chunks for messages, whatever was sent', () => {
  expect(outcomes(raw(), latin1, cut(sent, [12]))).toEqual(['hello\nworld\n']);
  expect(outcomes(raw(), latin1, cut(sent, [8]))).toEqual(['hello\nwo', 'rld\n']);
});

it('breaks a character in two if a chunk does', () => {
  const halves = cut(bytes('\xc3\xa9'), [1]);
  expect(outcomes(text(raw()), String, halves)).toEqual(['malformed@0', 'malformed@1']);
});

it('knows no unclean end', () => {
  const decoder = raw().decoder();
  decoder.push(sent);
  expect(decoder.buffered).toBe(12);
  expect(latin1(decoder.read())).toBe('hello\nworld\n');
  expect(decoder.buffered).toBe(0);
  expect(() => decoder.end()).not.toThrow();
});

it('adds nothing to a payload, and copies it both ways', () => {
  const payload = bytes('hello');
  const frame = raw().encode(payload);
  const decoder = raw().decoder();
  decoder.push(payload);
  payload.fill(0x21);
  expect(latin1(frame)).toBe('hello');
  expect(latin1(decoder.read())).toBe('hello');
});

it('cannot send nothing, as TCP cannot', () => {
  expect(thrown(() => raw().encode(bytes('')))).toMatchObject({ code: 'unencodable' });
});
