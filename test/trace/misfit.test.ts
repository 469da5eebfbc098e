import { expect, it } from 'vitest';
import { fromJsonLines } from '../../lib/trace/jsonl.ts';

const read = (fields: object) =>
  fromJsonLines(
    JSON.stringify({ n: 1, at: 0, end: 'alice', link: 'x', by: 'self', ...fields }),
  );

it.each([
  [{ what: 'sent', by: 'peer' }, '"by" to be self for sent, found "peer"'],
  [{ what: 'closed', by: 'peer', n: 0 }, '"by" to be self for closed, found "peer"'],
  [{ what: 'received' }, '"by" to be peer for received, found "self"'],
  [{ what: 'refused' }, '"by" to be peer for refused, found "self"'],
  [{ what: 'lost', n: 0 }, '"by" to be peer for lost, found "self"'],
  [{ what: 'chunk', n: 3, size: 1 }, '"n" to be 0 for chunk, found 3'],
  [{ what: 'closed', n: 3 }, '"n" to be 0 for closed, found 3'],
  [{ what: 'lost', by: 'peer', n: 3 }, '"n" to be 0 for lost, found 3'],
  [{ what: 'chunk', n: 0 }, '"size" or "hex" for chunk, found neither'],
  [
    { what: 'chunk', n: 0, size: 2, hex: '000aff' },
    '"size" to be 3, the length of "hex", found 2',
  ],
])('a line that does not fit what happened is not read: %j', (fields, problem) => {
  expect(() => read(fields)).toThrow(`Cannot read trace, line 1: expected ${problem}`);
});

it('a chunk of which only the bytes are given has their size', () => {
  expect(read({ what: 'chunk', n: 0, hex: '000aff' })).toMatchObject([{ size: 3 }]);
});
