import { expect, it } from 'vitest';
import { byDatagram } from '../../lib/modes/by-datagram.ts';

const judge = (newestOnly: boolean, line: string, late: boolean) =>
  byDatagram({ gap() {}, newestOnly, limit: 100 }).message(line, late);

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
