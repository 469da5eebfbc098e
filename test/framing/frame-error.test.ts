import { expect, it } from 'vitest';
import { FrameError } from '../../lib/framing/index.ts';

it('is an error with a name, a place and a reason', () => {
  const error = new FrameError('too-large', 'Cannot read', {
    offset: 7,
    size: 3,
    limit: 2,
  });
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toBe('FrameError: Cannot read');
  expect(error).toMatchObject({ code: 'too-large', offset: 7, size: 3, limit: 2 });
});

it('lets reading go on, unless nobody knows where', () => {
  const codes = [
    'too-large',
    'malformed',
    'unencodable',
    'truncated',
    'corrupt',
  ] as const;
  const recoverable = codes.filter(code => new FrameError(code, '').recoverable);
  expect(recoverable).toEqual(['too-large', 'malformed', 'unencodable']);
});
