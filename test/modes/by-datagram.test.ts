import { describe, expect, it } from 'vitest';
import { FrameError } from '../../lib/framing/index.ts';
import { byDatagram, visitByDatagram } from '../../lib/modes/by-datagram.ts';

const gaps: number[] = [];
const rules = (newestOnly: boolean) =>
  byDatagram({ gap: count => gaps.push(count), newestOnly, limit: 100 });
const judge = (newestOnly: boolean, line: string, late: boolean) =>
  rules(newestOnly).message(line, late);
const tooLarge = new FrameError('too-large', '', { limit: 100 });
const malformed = new FrameError('malformed', '');

it.each([true, false])(
  'obeys a late command like an early one, whether only the newest counts (%s)',
  newestOnly => {
    const early = { kind: 'control', text: '/quit', pass: true };
    expect(judge(newestOnly, '/quit', false)).toEqual(early);
    expect(judge(newestOnly, '/quit', true)).toEqual(early);
  },
);

it('shows that a message is late, or refuses it if only the newest counts', () => {
  expect(judge(false, 'Two', true)).toEqual({ kind: 'message', text: '(late) Two' });
  expect(judge(false, '//tmp', true)).toMatchObject({ text: '(late) /tmp' });
  expect(judge(true, 'Two', true)).toEqual({ kind: 'message', refused: 'late' });
  expect(judge(true, 'Two', false)).toEqual({
    kind: 'message',
    text: 'Two',
    pass: true,
  });
});

it('refuses words over the limit, which counts bytes of UTF-8', () => {
  const refused = {
    kind: 'message',
    refused: 'over the limit of 100 bytes',
    reply: '! Too long: over the limit of 100 bytes',
  };
  expect(judge(false, 'x'.repeat(100), false)).toMatchObject({ pass: true });
  expect(judge(false, 'x'.repeat(101), false)).toEqual(refused);
  expect(judge(false, '\u{e9}'.repeat(51), false)).toEqual(refused);
});

it('refuses a bad frame, and the talk goes on', () => {
  expect(rules(false).bad(tooLarge)).toEqual({
    kind: 'message',
    refused: 'over the limit of 100 bytes',
    reply: '! Too long: over the limit of 100 bytes',
  });
  expect(rules(false).bad(malformed)).toEqual({
    kind: 'message',
    refused: 'not UTF-8',
    reply: '! Rejected: not UTF-8',
  });
});

it('tells of a gap, and has no line of its own for it', () => {
  expect(rules(false).missing?.(3)).toBeUndefined();
  expect(gaps).toEqual([3]);
});

describe('the end of a member', () => {
  it.each([
    ['* Hello', { kind: 'notice', pass: true }],
    ['! No', { kind: 'refusal', pass: true }],
    ['[bob] Hi', { kind: 'message', pass: true }],
  ])('takes %j as what it is', (line, judged) => {
    expect(visitByDatagram.message(line, false)).toEqual(judged);
  });

  it('marks what is late, has a line for what is missing, and none for a bad frame', () => {
    const marked = { kind: 'message', pass: true, text: '(late) [bob] Hi' };
    expect(visitByDatagram.message('[bob] Hi', true)).toEqual(marked);
    expect(visitByDatagram.missing?.(2)).toBe('* 2 missing');
    const refused = { kind: 'message', refused: 'not UTF-8' };
    expect(visitByDatagram.bad(malformed)).toEqual(refused);
  });
});
